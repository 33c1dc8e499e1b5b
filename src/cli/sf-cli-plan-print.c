/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli.h"
#include "report/sf-compose-plan.h"
#include "report/sf-layout.h"
#include "report/sf-report-check.h"
#include "report/sf-report-pdf.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>

/* The development plan on pages that lie across. */

gboolean
sf_cli_plan_print (SfCli *cli, char **arguments, GError **error)
{
  gboolean large = FALSE;
  const GOptionEntry options[]
      = { { "large-print", 0, 0, G_OPTION_ARG_NONE, &large, N_ ("In large print"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfDocument) document = NULL;
  g_autoptr (SfDisplayList) pages = NULL;
  g_autoptr (SfFonts) fonts = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  g_autofree char *path = NULL;
  SfStyleSheet sheet;
  guint n;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  path = sf_cli_path (cli, cli->words[0]);
  fonts = sf_fonts_new (NULL, error);
  if (fonts == NULL || !sf_workbook_check_output (cli->workbook, path, error))
    return FALSE;
  document = sf_plan_make_document (cli->model, cli->evaluation, cli->today, error);
  if (document == NULL)
    return FALSE;
  sf_plan_init_sheet (&sheet, large);
  pages = sf_layout_run (document, &sheet, fonts);
  if (!sf_report_write_pdf_file (pages, path, NULL, error))
    return FALSE;
  checks = sf_plan_list_checks (cli->model, cli->evaluation, cli->today, pages);
  sf_cli_warn_before_print (checks);
  n = sf_display_list_get_n_pages (pages);
  return sf_cli_done (cli, g_dngettext (GETTEXT_PACKAGE, "%s: %u page", "%s: %u pages", n), path,
                      n);
}
