/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli-performance.h"
#include "report/sf-compose-performance.h"
#include "report/sf-layout.h"
#include "report/sf-report-pdf.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>

/* The statement of one person's cycle. */

static SfDisplayList *
lay_out (SfCli *cli, const SfCliRecordOptions *which, gboolean large, GError **error)
{
  SfPerformanceRecord *record = sf_cli_unlock (cli, which, error);
  const SfPerformance *said
      = record != NULL ? sf_workbook_get_performance (cli->workbook, record, error) : NULL;
  g_autoptr (SfFonts) fonts = said != NULL ? sf_fonts_new (NULL, error) : NULL;
  g_autoptr (SfDocument) document = NULL;

  if (fonts == NULL)
    return NULL;
  document = sf_statement_of_performance_new (cli->model, record, said, cli->today);
  return sf_layout_run (document,
                        large ? sf_style_sheet_get_large_print () : sf_style_sheet_get_standard (),
                        fonts);
}

gboolean
sf_cli_performance_print (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  gboolean large = FALSE;
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which),
          SF_CLI_PASSPHRASE_OPTION (which),
          { "large-print", 0, 0, G_OPTION_ARG_NONE, &large, N_ ("In large print"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfDisplayList) pages = NULL;
  g_autofree char *path = NULL;
  guint n;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  path = sf_cli_path (cli, cli->words[1]);
  if (!sf_workbook_check_output (cli->workbook, path, error))
    return FALSE;
  pages = lay_out (cli, &which, large, error);
  if (pages == NULL || !sf_report_write_pdf_file (pages, path, NULL, error))
    return FALSE;
  n = sf_display_list_get_n_pages (pages);
  return sf_cli_done (cli, g_dngettext (GETTEXT_PACKAGE, "%s: %u page", "%s: %u pages", n), path,
                      n);
}
