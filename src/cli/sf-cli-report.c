/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "cli/sf-cli-performance.h"
#include "cli/sf-json.h"
#include "exchange/sf-identity-list.h"
#include "exchange/sf-report-file.h"
#include "model/sf-outcome-published.h"
#include "report/sf-acronym.h"
#include "report/sf-compose-report.h"
#include "report/sf-report-check.h"
#include "workbook/sf-workbook-safety.h"

/* The report of an evaluation, for one of its audiences. */

/* --- before it is printed -----------------------------------------------------------------------
 */

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

/* In the order of SfAgendaKind, as scripts know them. */
static const char *const kinds[] = {
  "target",   "review",       "action",    "action-review", "meeting",
  "evidence", "safeguarding", "odd-grade", "unjudged",      "ungraded",
  "support",  "proposed",     "summary",   "characters",    "small-number",
};

static void
print_checks_as_json (GPtrArray *items)
{
  SfJson *json = sf_json_new ();

  sf_json_begin_list (json, "checks");
  for (guint i = 0; i < items->len; i++)
    {
      const SfAgendaItem *item = items->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "kind",
                        (guint)item->kind < G_N_ELEMENTS (kinds) ? kinds[item->kind] : "other");
      sf_json_add_text (json, "title", item->title);
      sf_json_add_text (json, "detail", item->detail);
      sf_json_add_text (json, "page", item->page);
      sf_json_add_text (json, "area", item->area_code);
      sf_json_add_text (json, "statement", item->statement_code);
      sf_json_add_text (json, "due_on", item->due_on);
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_print (json);
}

static void
print_checks (GPtrArray *items, gboolean as_json)
{
  if (as_json)
    {
      print_checks_as_json (items);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      const SfAgendaItem *item = items->pdata[i];

      sf_cli_print ("%s\n    %s\n", item->title, item->detail);
    }
  if (items->len == 0)
    sf_cli_print ("%s\n", _ ("Nothing is to be looked at before it is printed."));
}

/* --- what is asked for --------------------------------------------------------------------------
 */

void
sf_cli_report_words_clear (SfCliReportWords *self)
{
  g_free (self->audience);
  g_free (self->note);
  g_free (self->area);
  g_strfreev (self->sections);
  g_strfreev (self->without);
}

gboolean
sf_cli_find_audience (SfCli *cli, const char *word, SfAudience *audience, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (sf_audience_find (word != NULL ? word : "governors", audience))
    return TRUE;
  for (guint i = 0; i < SF_N_AUDIENCES; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", sf_audience_get_id (i));
  sentence = g_strdup_printf (_ ("There is no audience “%s”. There are: %s."), word, words->str);
  return sf_cli_usage (cli, error, sentence);
}

static const SfSectionInfo *
find_info (GPtrArray *infos, const char *id)
{
  for (guint i = 0; i < infos->len; i++)
    if (strcmp (((SfSectionInfo *)infos->pdata[i])->id, id) == 0)
      return infos->pdata[i];
  return NULL;
}

static gboolean
check_section (
    SfAudience audience, GPtrArray *infos, const char *id, gboolean without, GError **error)
{
  const SfSectionInfo *info = find_info (infos, id);

  if (info == NULL)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                   _ ("The report for this audience (%s) has no section “%s”."),
                   sf_audience_get_id (audience), id);
      return FALSE;
    }
  if (!without || !info->required)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("“%s” may not be left out: without it the report would not be honest."),
               info->title);
  return FALSE;
}

/* The sections that are named first, in that order, then the others. */
static void
put_first (SfReportOptions *options, char **ids)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&options->sections);

  options->sections = sf_section_choices_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    sf_section_choices_add (options->sections, ids[i], TRUE);
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const SfSectionChoice *choice = before->pdata[i];

      if (!g_strv_contains ((const char *const *)ids, choice->id))
        sf_section_choices_add (options->sections, choice->id, choice->shown);
    }
}

gboolean
sf_cli_take_report_words (SfCli *cli,
                          const SfCliReportWords *words,
                          SfReportOptions *options,
                          GError **error)
{
  g_autoptr (GPtrArray) infos = sf_audience_list_sections (options->audience);

  for (guint i = 0; words->sections != NULL && words->sections[i] != NULL; i++)
    if (!check_section (options->audience, infos, words->sections[i], FALSE, error))
      return FALSE;
  for (guint i = 0; words->without != NULL && words->without[i] != NULL; i++)
    if (!check_section (options->audience, infos, words->without[i], TRUE, error))
      return FALSE;
  if (words->sections != NULL)
    put_first (options, words->sections);
  for (guint i = 0; words->without != NULL && words->without[i] != NULL; i++)
    sf_report_options_show (options, words->without[i], FALSE);
  if (words->annex)
    options->annex = TRUE;
  if (words->large)
    options->large_print = TRUE;
  if (words->note != NULL)
    {
      g_free (options->covering_note);
      options->covering_note = g_strdup (words->note);
    }
  if (words->area == NULL)
    return TRUE;
  g_free (options->area_code);
  options->area_code = g_ascii_strup (words->area, -1);
  if (sf_framework_find_area (sf_model_get_framework (cli->model, cli->evaluation),
                              options->area_code)
      != NULL)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no key area “%s”."), words->area);
  return FALSE;
}

/* --- writing it ---------------------------------------------------------------------------------
 */

/* What is judged of the head, where it is locked, opened by the passphrase. */
static gboolean
open_judged (SfCli *cli, SfReportOptions *options, const char *passphrase, GError **error)
{
  SfPerformanceRecord *record = sf_workbook_find_head_record (cli->workbook, cli->evaluation);

  if (options->audience != SF_AUDIENCE_HEAD || record == NULL)
    return TRUE;
  if (!sf_cli_unlock_record (cli, record, passphrase, error))
    return FALSE;
  options->judged = sf_workbook_get_performance (cli->workbook, record, error);
  return options->judged != NULL;
}

static SfDisplayList *
compose (SfCli *cli, const SfReportOptions *options, GError **error)
{
  const SfStyleSheet *sheet
      = options->large_print ? sf_style_sheet_get_large_print () : sf_style_sheet_get_standard ();
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, error);

  return fonts != NULL
             ? sf_compose_report (cli->model, cli->evaluation, options, sheet, fonts, error)
             : NULL;
}

/* Short forms that no reader can look up; who works with codes knows them. */
static void
warn_of_short_forms (const SfReportOptions *options, SfDisplayList *pages)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *joined = NULL, *sentence = NULL;

  if (sf_audience_has_codes (options->audience))
    return;
  words = sf_acronym_list_unexplained (sf_display_list_get_document (pages));
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  joined = sf_text_join_and ((const char *const *)words->pdata);
  /* Translators: short forms: ABC and DEF */
  sentence = g_strdup_printf (_ ("Before you print: not every reader knows what this stands for: "
                                 "%s. Please write the words."),
                              joined);
  sf_cli_say (sentence);
}

/* For its own review the head is not warned of what others would read. */
static void
warn (SfCli *cli, const SfReportOptions *options, SfDisplayList *pages)
{
  g_autoptr (GPtrArray) items
      = sf_audience_is_confidential (options->audience) || options->outcomes == NULL
            ? g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free)
            : sf_report_list_numbers (cli->model, cli->evaluation, cli->today, options->outcomes);

  sf_report_keep_printed (items, pages);

  g_ptr_array_extend_and_steal (items, sf_report_list_characters (pages));
  sf_cli_warn_before_print (items);
  warn_of_short_forms (options, pages);
}

static gboolean
write_report (SfCli *cli,
              const SfReportOptions *options,
              const char *path,
              SfReportFormat format,
              GError **error)
{
  g_autoptr (SfDisplayList) pages = NULL;
  g_autofree char *length = NULL;

  if (!sf_workbook_check_output (cli->workbook, path, error))
    return FALSE;
  pages = compose (cli, options, error);
  if (pages == NULL
      || !sf_identity_check (cli->model, cli->evaluation, sf_audience_get_id (options->audience),
                             sf_display_list_get_document (pages), error)
      || !sf_report_write_file (pages, path, format, error))
    return FALSE;
  sf_cli_note_shown (cli, sf_document_get_shown (sf_display_list_get_document (pages)), "report");
  warn (cli, options, pages);
  length = sf_report_length_to_text (pages, options);
  /* Translators: a file's name, how many pages */
  return sf_cli_done (cli, _ ("%s: %s"), path, length);
}

static gboolean
list_checks (SfCli *cli, const SfReportOptions *options, gboolean as_json, GError **error)
{
  g_autoptr (SfDisplayList) pages = compose (cli, options, error);
  g_autoptr (GPtrArray) items = NULL;

  if (pages == NULL)
    return FALSE;
  items = sf_report_list_checks (cli->model, cli->evaluation, cli->today, options->outcomes, pages);
  print_checks (items, as_json);
  return TRUE;
}

typedef struct
{
  gboolean checks;
  gboolean as_json;
  char *output;
  char *format;
  char *passphrase;
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->output);
  g_free (self->format);
  g_free (self->passphrase);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* By --format, or by how the file's name ends. */
static gboolean
find_format (SfCli *cli, const Wish *wish, SfReportFormat *format, GError **error)
{
  *format = SF_REPORT_PDF;
  if (wish->format != NULL && !sf_report_format_find (wish->format, format))
    return sf_cli_usage (cli, error, _ ("A report is written as pdf, odt, html, xlsx or csv."));
  if (wish->format != NULL || wish->output == NULL
      || sf_report_format_find_by_name (wish->output, format)
      || !g_str_has_suffix (wish->output, ".csv"))
    return TRUE;
  return sf_cli_usage (cli, error,
                       _ ("A report’s tables are one CSV file each, in a ZIP. Please let its name "
                          "end with .zip."));
}

static gboolean
check_wish (SfCli *cli, const Wish *wish, GError **error)
{
  if (!wish->checks && wish->output == NULL)
    return sf_cli_usage (cli, error, _ ("Please say with -o where the report shall be."));
  if (wish->checks && wish->output != NULL)
    return sf_cli_usage (cli, error, _ ("--checks writes no report. Please leave -o out."));
  if (wish->as_json && !wish->checks)
    return sf_cli_usage (cli, error, _ ("--json goes with --checks."));
  return TRUE;
}

gboolean
sf_cli_report (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliReportWords) words = { 0 };
  g_auto (Wish) wish = { 0 };
  g_auto (SfReportOptions) report = { 0 };
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autofree char *path = NULL;
  SfReportFormat format;
  SfAudience audience;
  const GOptionEntry options[]
      = { SF_CLI_REPORT_OPTIONS (words),
          { "format", 0, 0, G_OPTION_ARG_STRING, &wish.format,
            N_ ("pdf, odt, html, or its tables as xlsx or csv (a ZIP); otherwise as the file’s "
                "name ends"),
            N_ ("WORD") },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.output, N_ ("The file to write"),
            N_ ("PATH") },
          { "checks", 0, 0, G_OPTION_ARG_NONE, &wish.checks,
            N_ ("Write nothing; list what is to be looked at before it is printed"), NULL },
          { "json", 0, 0, G_OPTION_ARG_NONE, &wish.as_json, N_ ("List it for a script, as JSON"),
            NULL },
          SF_CLI_PASSPHRASE_OPTION (wish),
          G_OPTION_ENTRY_NULL };

  if (!sf_cli_begin (cli, arguments, options, error) || !check_wish (cli, &wish, error)
      || !sf_cli_find_audience (cli, words.audience, &audience, error)
      || !find_format (cli, &wish, &format, error))
    return FALSE;
  sf_report_options_init (&report, cli->model, cli->evaluation, audience, cli->today);
  if (sf_audience_has_outcomes (audience) || wish.checks)
    report.outcomes = outcomes = sf_published_list (cli->model, cli->evaluation);
  if (!sf_cli_take_report_words (cli, &words, &report, error)
      || !open_judged (cli, &report, wish.passphrase, error))
    return FALSE;
  if (wish.checks)
    return list_checks (cli, &report, wish.as_json, error);
  path = sf_cli_path (cli, wish.output);
  return write_report (cli, &report, path, format, error);
}
