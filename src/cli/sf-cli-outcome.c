/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "exchange/sf-readings-compare.h"
#include "exchange/sf-readings-import.h"
#include "model/sf-outcome-published.h"
#include "model/sf-outcome-text.h"
#include "model/sf-period.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Outcome data: measures, groups of families, readings. */

/* Set the pieces of an added record that were given; then say what it is called. */
static gboolean
tell_added (SfCli *cli, SfRecord *record, guint title, GError **error)
{
  return sf_cli_settle (cli, error)
         && sf_cli_done (cli, _ ("Added: %s"), sf_record_get_text (record, title));
}

static gboolean
fill_measure (SfCli *cli,
              SfMeasure *measure,
              const char *unit,
              const char *direction,
              double aim,
              gboolean full_count,
              GError **error)
{
  return sf_cli_set_text (cli, measure, SF_MEASURE_UNIT, unit, error)
         && sf_cli_set_text (cli, measure, SF_MEASURE_DIRECTION, direction, error)
         && (isnan (aim)
             || sf_workbook_set_real (cli->workbook, measure, SF_MEASURE_AIM, aim, error))
         && (!full_count
             || sf_workbook_set_int (cli->workbook, measure, SF_MEASURE_FULL_COUNT, 1, error));
}

/* Before anything is written: what is refused leaves nothing behind. */
static gboolean
check_measure (SfCli *cli, const char *kind, const char *direction, double aim, GError **error)
{
  if (direction != NULL && strcmp (direction, "up") != 0 && strcmp (direction, "down") != 0)
    return sf_cli_usage (cli, error, _ ("The direction is up or down."));
  if (isfinite (aim) && (kind == NULL || strcmp (kind, "proportion") == 0) && (aim < 0 || aim > 1))
    return sf_cli_usage (cli, error,
                         _ ("The aim of a proportion is a fraction of 1: 0.65, not 65."));
  return TRUE;
}

gboolean
sf_cli_measure_add (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *kind = NULL, *period = NULL, *unit = NULL, *direction = NULL, *aim = NULL;
  gboolean shipped = FALSE, full_count = FALSE;
  const GOptionEntry options[]
      = { { "shipped", 's', 0, G_OPTION_ARG_NONE, &shipped,
            N_ ("One of the list that comes with the program, by its name there"), NULL },
          { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind,
            N_ ("proportion, count or mean; otherwise a proportion"), N_ ("WORD") },
          { "period", 'p', 0, G_OPTION_ARG_STRING, &period,
            N_ ("month, quarter, term, year or school-year; otherwise a year"), N_ ("WORD") },
          { "unit", 'u', 0, G_OPTION_ARG_STRING, &unit, N_ ("What is counted"), N_ ("UNIT") },
          { "direction", 'd', 0, G_OPTION_ARG_STRING, &direction,
            N_ ("Which way is better: up or down"), N_ ("WORD") },
          { "aim", 'a', 0, G_OPTION_ARG_STRING, &aim,
            N_ ("Where it shall be; of a proportion as a fraction of 1"), N_ ("NUMBER") },
          { "full-count", 0, 0, G_OPTION_ARG_NONE, &full_count,
            N_ ("Everybody is counted, so nothing is left to chance"), NULL },
          G_OPTION_ENTRY_NULL };
  SfCentre *centre;
  SfMeasure *measure;
  double number;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error) || !sf_cli_parse_number (aim, &number, error)
      || !check_measure (cli, shipped ? "shipped" : kind, direction, number, error))
    return FALSE;
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL)
    return FALSE;
  if (shipped ? !sf_workbook_take_measure (cli->workbook, centre, cli->words[0], &uuid, error)
              : !sf_workbook_add_measure (cli->workbook, centre, cli->words[0],
                                          kind != NULL ? kind : "proportion",
                                          period != NULL ? period : "year", &uuid, error))
    return FALSE;
  measure = sf_cli_wait_for (cli, &uuid, error);
  return measure != NULL && fill_measure (cli, measure, unit, direction, number, full_count, error)
         && tell_added (cli, SF_RECORD (measure), SF_MEASURE_TITLE, error);
}

gboolean
sf_cli_measure_list (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) measures = NULL;
  SfCentre *centre;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL)
    return FALSE;
  measures = sf_model_list_measures (cli->model, centre);
  for (guint i = 0; i < measures->len; i++)
    {
      g_autoptr (SfOutcome) outcome = sf_outcome_new (cli->model, measures->pdata[i]);
      GPtrArray *groups = sf_outcome_get_groups (outcome);
      g_autofree char *all = sf_outcome_describe (outcome, NULL);

      sf_cli_print ("%s\n  %s\n", sf_measure_get_title (measures->pdata[i]), all);
      for (guint k = 0; k < groups->len; k++)
        {
          g_autofree char *gap = sf_outcome_gap_to_text (outcome, groups->pdata[k]);

          if (gap != NULL)
            sf_cli_print ("  %s\n", gap);
        }
    }
  return TRUE;
}

gboolean
sf_cli_group_add (SfCli *cli, char **arguments, GError **error)
{
  gboolean shipped = FALSE;
  const GOptionEntry options[]
      = { { "shipped", 's', 0, G_OPTION_ARG_NONE, &shipped,
            N_ ("One of the groups that the program knows, by its word: fathers, lone-parents, …"),
            NULL },
          G_OPTION_ENTRY_NULL };
  SfCentre *centre;
  SfRecord *group;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL
      || !sf_workbook_add_family_group (cli->workbook, centre, shipped ? cli->words[0] : NULL,
                                        shipped ? NULL : cli->words[0], &uuid, error))
    return FALSE;
  group = sf_cli_wait_for (cli, &uuid, error);
  return group != NULL && tell_added (cli, group, SF_FAMILY_GROUP_TITLE, error);
}

/* --- readings -------------------------------------------------------------------------------- */

/* NULL leaves the number alone. */
static gboolean
take_count (const char *text, guint flag, SfReadingEdit *edit, gint64 *count, GError **error)
{
  double number;

  if (text == NULL)
    return TRUE;
  if (!sf_cli_parse_number (text, &number, error))
    return FALSE;
  if (number != floor (number) || fabs (number) > 1e12)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not a whole number."), text);
      return FALSE;
    }
  *count = (gint64)number;
  edit->sets |= flag;
  return TRUE;
}

static gboolean
take_figures (
    SfReadingEdit *edit, const char *count, const char *out_of, const char *value, GError **error)
{
  if (value != NULL)
    edit->sets |= SF_READING_SETS_VALUE;
  return take_count (count, SF_READING_SETS_COUNT, edit, &edit->count, error)
         && take_count (out_of, SF_READING_SETS_DENOMINATOR, edit, &edit->denominator, error)
         && sf_cli_parse_number (value, &edit->value, error);
}

static gboolean
tell_reading (SfCli *cli, SfReadingEdit *edit, GError **error)
{
  g_autoptr (SfOutcome) outcome = NULL;
  g_autofree char *place = sf_reading_edit_tell_place (edit), *text = NULL;
  SfReading *reading;

  if (!sf_cli_settle (cli, error))
    return FALSE;
  outcome = sf_outcome_new (cli->model, edit->measure);
  reading = sf_outcome_get_reading (outcome, edit->group, edit->starts_on);
  text = reading != NULL ? sf_reading_to_text (edit->measure, reading) : g_strdup ("");
  return sf_cli_done (cli, "%s, %s: %s", sf_measure_get_title (edit->measure), place, text);
}

gboolean
sf_cli_reading_set (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *group = NULL, *count = NULL, *out_of = NULL, *value = NULL, *source = NULL;
  g_autofree char *on = NULL, *out_of_on = NULL, *start = NULL;
  const GOptionEntry options[]
      = { { "group", 'g', 0, G_OPTION_ARG_STRING, &group,
            N_ ("Of which group; otherwise of all families"), N_ ("TITLE") },
          { "count", 'c', 0, G_OPTION_ARG_STRING, &count, N_ ("How many"), N_ ("NUMBER") },
          { "out-of", 'o', 0, G_OPTION_ARG_STRING, &out_of, N_ ("Out of how many"), N_ ("NUMBER") },
          { "value", 'v', 0, G_OPTION_ARG_STRING, &value, N_ ("The average"), N_ ("NUMBER") },
          { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_ ("Where it comes from"), N_ ("TEXT") },
          { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day that the figure is of"),
            N_ ("DATE") },
          { "out-of-on", 0, 0, G_OPTION_ARG_STRING, &out_of_on,
            N_ ("The day that the number it is out of is of"), N_ ("DATE") },
          G_OPTION_ENTRY_NULL };
  SfMeasure *measure;
  SfFamilyGroup *of = NULL;
  SfReadingEdit *edit;
  gboolean done;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  measure = sf_cli_find_measure (cli, cli->words[0], error);
  if (measure == NULL)
    return FALSE;
  start = sf_period_parse (sf_measure_get_period (measure), cli->words[1], error);
  if (start == NULL)
    return FALSE;
  if (group != NULL && (of = sf_cli_find_family_group (cli, group, error)) == NULL)
    return FALSE;
  edit = sf_reading_edit_new (measure, of, start);
  edit->source = g_strdup (source);
  done = sf_cli_parse_date (on, &edit->dated_on, error)
         && sf_cli_parse_date (out_of_on, &edit->denominator_on, error)
         && take_figures (edit, count, out_of, value, error)
         && sf_workbook_set_reading (cli->workbook, edit, error) && tell_reading (cli, edit, error);
  sf_reading_edit_free (edit);
  return done;
}

static void
add_reading (SfJson *json, SfMeasure *measure, SfFamilyGroup *group, SfReading *reading)
{
  SfInterval interval = { NAN, NAN };
  gint64 count = sf_reading_get_count (reading), of = sf_reading_get_denominator (reading);

  sf_reading_get_interval (measure, reading, &interval);
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "period", sf_reading_get_starts_on (reading));
  sf_json_add_text (json, "group", group != NULL ? sf_family_group_get_title (group) : NULL);
  sf_json_add_number (json, "count", count != SF_NULL_INT ? (double)count : NAN);
  sf_json_add_number (json, "out_of", of != SF_NULL_INT ? (double)of : NAN);
  sf_json_add_number (json, "figure", sf_reading_get_figure (measure, reading));
  sf_json_add_number (json, "low", interval.low);
  sf_json_add_number (json, "high", interval.high);
  sf_json_add_boolean (json, "stale", sf_reading_is_stale (measure, reading));
  sf_json_end (json);
}

/* Of one group, or with NULL of all families: each period. */
static void
list_readings (SfJson *json, SfOutcome *outcome, SfFamilyGroup *group)
{
  GPtrArray *periods = sf_outcome_get_periods (outcome);
  SfMeasure *measure = sf_outcome_get_measure (outcome);

  for (guint i = 0; i < periods->len; i++)
    {
      SfReading *reading = sf_outcome_get_reading (outcome, group, periods->pdata[i]);
      g_autofree char *period = NULL, *text = NULL;

      if (reading == NULL)
        continue;
      if (json != NULL)
        {
          add_reading (json, measure, group, reading);
          continue;
        }
      period = sf_period_format (sf_measure_get_period (measure), periods->pdata[i]);
      text = sf_reading_to_text (measure, reading);
      sf_cli_print ("%s · %s · %s\n", period,
                    group != NULL ? sf_family_group_get_title (group) : _ ("All families"), text);
    }
}

static gboolean
tell_published (SfCli *cli, SfMeasure *measure)
{
  g_autoptr (SfPublished) published = sf_published_new (cli->model, measure, NULL, G_MAXUINT);
  g_autoptr (GPtrArray) lines = sf_published_list_lines (published);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);

  for (guint i = 0; i < lines->len; i++)
    sf_cli_print ("%s\n", (char *)lines->pdata[i]);
  sf_published_note_all (published, shown);
  sf_cli_note_shown (cli, shown, "list");
  return TRUE;
}

gboolean
sf_cli_reading_list (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE, is_published = FALSE;
  const GOptionEntry options[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
    { "published", 0, 0, G_OPTION_ARG_NONE, &is_published,
      N_ ("Only what may be seen outside the centre: small numbers are not shown. It counts as "
          "handed out"),
      NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (SfOutcome) outcome = NULL;
  SfMeasure *measure;
  SfJson *json;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  measure = sf_cli_find_measure (cli, cli->words[0], error);
  if (measure == NULL)
    return FALSE;
  if (is_published)
    return as_json ? sf_cli_usage (cli, error, _ ("Please choose --json or --published."))
                   : tell_published (cli, measure);
  outcome = sf_outcome_new (cli->model, measure);
  json = as_json ? sf_json_new () : NULL;
  if (json != NULL)
    sf_json_begin_list (json, "readings");
  list_readings (json, outcome, NULL);
  for (guint i = 0; i < sf_outcome_get_groups (outcome)->len; i++)
    list_readings (json, outcome, sf_outcome_get_groups (outcome)->pdata[i]);
  if (json != NULL)
    {
      sf_json_end (json);
      sf_json_print (json);
    }
  return TRUE;
}

/* --- a file of them -------------------------------------------------------------------------- */

static void
add_replaced (SfJson *json, GArray *replaced)
{
  sf_json_begin_list (json, "replaced");
  for (guint i = 0; i < replaced->len; i++)
    {
      const SfReplacedReading *one = &g_array_index (replaced, SfReplacedReading, i);
      g_autofree char *text = sf_replaced_reading_to_text (one);

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "measure", sf_measure_get_title (one->edit->measure));
      sf_json_add_text (json, "group",
                        one->edit->group != NULL ? sf_family_group_get_title (one->edit->group)
                                                 : NULL);
      sf_json_add_text (json, "starts_on", one->edit->starts_on);
      sf_json_add_text (json, "sentence", text);
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
print_import (SfReadingsImport *import, SfReadingsCompared *compared, gboolean dry)
{
  SfJson *json = sf_json_new ();

  sf_json_add_int (json, "rows", import->n_rows);
  sf_json_add_int (json, "good", import->edits->len);
  sf_json_add_int (json, "new", compared->n_new);
  sf_json_add_int (json, "same", compared->n_same);
  sf_json_add_boolean (json, "taken", !dry);
  add_replaced (json, compared->replaced);
  sf_json_begin_list (json, "left_out");
  for (guint i = 0; i < import->faults->len; i++)
    {
      SfImportFault *fault = import->faults->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_int (json, "line", fault->line);
      sf_json_add_text (json, "reason", sf_import_fault_get_id (fault->kind));
      sf_json_add_text (json, "sentence", fault->sentence);
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_print (json);
}

/* One line for each figure that is overwritten, and for each row that is not taken; then how many
 * there were. */
static gboolean
tell_import (SfCli *cli, SfReadingsImport *import, SfReadingsCompared *compared, gboolean dry)
{
  for (guint i = 0; i < compared->replaced->len; i++)
    {
      const SfReplacedReading *one = &g_array_index (compared->replaced, SfReplacedReading, i);
      g_autofree char *where = sf_reading_edit_tell_place (one->edit);
      g_autofree char *text = sf_replaced_reading_to_text (one);

      sf_cli_print ("%s, %s: %s\n", sf_measure_get_title (one->edit->measure), where, text);
    }
  for (guint i = 0; i < import->faults->len; i++)
    {
      SfImportFault *fault = import->faults->pdata[i];

      sf_cli_print (_ ("Line %u: %s"), fault->line, fault->sentence);
      sf_cli_print ("\n");
    }
  return sf_cli_done (cli,
                      dry ? _ ("%u readings could be taken, %u of them in place of another figure, "
                               "%u rows are left out")
                          : _ ("%u readings taken, %u of them in place of another figure, %u rows "
                               "left out"),
                      import->edits->len, compared->replaced->len, import->faults->len);
}

gboolean
sf_cli_readings_import (SfCli *cli, char **arguments, GError **error)
{
  gboolean dry = FALSE, as_json = FALSE;
  const GOptionEntry options[]
      = { { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry, N_ ("Only say what would be taken"), NULL },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfReadingsImport) import = NULL;
  g_autoptr (SfReadingsCompared) compared = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL, *label = NULL;
  SfCentre *centre;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  path = sf_cli_path (cli, cli->words[0]);
  file = g_file_new_for_path (path);
  centre = sf_cli_find_centre (cli, error);
  bytes = centre != NULL ? sf_readings_import_load (file, error) : NULL;
  import = bytes != NULL ? sf_readings_import_read (cli->model, centre, bytes, error) : NULL;
  if (import == NULL)
    return FALSE;
  compared = sf_readings_compare (cli->model, import->edits);
  label = sf_readings_import_make_label (import);
  if (!dry && !sf_workbook_set_readings (cli->workbook, import->edits, label, error))
    return FALSE;
  if (!sf_cli_settle (cli, error))
    return FALSE;
  if (!as_json)
    return tell_import (cli, import, compared, dry);
  print_import (import, compared, dry);
  return TRUE;
}
