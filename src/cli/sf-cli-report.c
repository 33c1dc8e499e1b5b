/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli.h"
#include "model/sf-outcome-published.h"
#include "report/sf-compose-governors.h"
#include "report/sf-report-check.h"
#include "report/sf-report-pdf.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a reader of the pages would stumble over, or should not read, is said, though they were
 * written. */
void
sf_cli_warn_before_print (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SfAgendaItem *item = g_ptr_array_index (items, i);
      /* Translators: what is to be looked at, and where */
      g_autofree char *sentence
          = g_strdup_printf (_ ("Before you print: %1$s. %2$s"), item->title, item->detail);

      sf_cli_say (sentence);
    }
}

static void
warn (SfCli *cli, GPtrArray *outcomes, SfDisplayList *pages)
{
  g_autoptr (GPtrArray) items
      = sf_report_list_numbers (cli->model, cli->evaluation, cli->today, outcomes);

  g_ptr_array_extend_and_steal (items, sf_report_list_characters (pages));
  sf_cli_warn_before_print (items);
}

/* "report.pdf: 8 pages, and an annex of 9" */
static gboolean
tell_pages (SfCli *cli, const char *path, SfDisplayList *pages)
{
  guint body = sf_governors_count_body_pages (pages);
  guint annex = sf_display_list_get_n_pages (pages) - body;

  if (annex > 0)
    return sf_cli_done (cli,
                        g_dngettext (GETTEXT_PACKAGE, "%s: %u page, and an annex of %u",
                                     "%s: %u pages, and an annex of %u", body),
                        path, body, annex);
  return sf_cli_done (cli, g_dngettext (GETTEXT_PACKAGE, "%s: %u page", "%s: %u pages", body), path,
                      body);
}

static gboolean
write_governors (SfCli *cli, const char *path, gboolean annex, gboolean large, GError **error)
{
  g_autoptr (GPtrArray) outcomes = sf_published_list (cli->model, cli->evaluation);
  SfGovernorsOptions options = { .annex = annex, .today = cli->today, .outcomes = outcomes };
  const SfStyleSheet *sheet
      = large ? sf_style_sheet_get_large_print () : sf_style_sheet_get_standard ();
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, error);
  g_autoptr (SfDisplayList) pages = NULL;

  if (fonts == NULL || !sf_workbook_check_output (cli->workbook, path, error))
    return FALSE;
  pages = sf_compose_governors (cli->model, cli->evaluation, &options, sheet, fonts, error);
  if (pages == NULL || !sf_report_write_pdf_file (pages, path, NULL, error))
    return FALSE;
  sf_cli_note_shown (cli, sf_document_get_shown (sf_display_list_get_document (pages)), "report");
  warn (cli, outcomes, pages);
  return tell_pages (cli, path, pages);
}

gboolean
sf_cli_report (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *audience = NULL, *output = NULL, *path = NULL;
  gboolean annex = FALSE, large = FALSE;
  const GOptionEntry options[]
      = { { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience,
            N_ ("For whom; governors if it is left out"), N_ ("WORD") },
          { "annex", 0, 0, G_OPTION_ARG_NONE, &annex,
            N_ ("With the annex: each statement, and the evidence"), NULL },
          { "large-print", 0, 0, G_OPTION_ARG_NONE, &large, N_ ("In large print"), NULL },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF to write"),
            N_ ("PATH") },
          G_OPTION_ENTRY_NULL };

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (output == NULL)
    return sf_cli_usage (cli, error, _ ("Please say with -o where the PDF shall be."));
  if (audience != NULL && strcmp (audience, "governors") != 0)
    return sf_cli_usage (cli, error, _ ("There is one audience so far: governors."));
  path = sf_cli_path (cli, output);
  return write_governors (cli, path, annex, large, error);
}
