/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-agenda.h"
#include "model/sf-area-grade.h"
#include "model/sf-counts.h"
#include "model/sf-progress.h"
#include "model/sf-safeguarding.h"
#include "model/sf-spread.h"

#include <glib/gi18n-lib.h>

/* How far ahead something counts as due. */
#define DUE_DAYS 30

/* --- as JSON
 * --------------------------------------------------------------------------------------- */

static void
add_progress (SfJson *json, const SfProgress *progress)
{
  sf_json_begin_object (json, "progress");
  sf_json_add_int (json, "judged", progress->judged);
  sf_json_add_int (json, "not_applicable", progress->not_applicable);
  sf_json_add_int (json, "done", sf_progress_get_done (progress));
  sf_json_add_int (json, "left", sf_progress_get_left (progress));
  sf_json_add_int (json, "total", progress->total);
  sf_json_take_text (json, "text", sf_progress_to_text (progress));
  sf_json_end (json);
}

static void
add_spread (SfJson *json, const SfSpread *spread, SfScale *scale)
{
  GPtrArray *levels = sf_scale_get_levels (scale);

  sf_json_begin_object (json, "spread");
  sf_json_begin_list (json, "levels");
  for (guint i = 0; i < levels->len; i++)
    {
      gint64 value = sf_level_get_value (levels->pdata[i]);

      sf_json_begin_object (json, NULL);
      sf_json_add_int (json, "level", value);
      sf_json_add_text (json, "name", sf_level_get_name (levels->pdata[i]));
      sf_json_add_int (json, "count", value <= SF_MAX_LEVELS ? spread->counts[value] : 0);
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_add_int (json, "not_judged", spread->not_judged);
  sf_json_add_int (json, "not_applicable", spread->not_applicable);
  sf_json_add_int (json, "total", spread->total);
  sf_json_take_text (json, "text", sf_spread_to_full_text (spread, scale));
  sf_json_end (json);
}

static const char *
get_state_word (SfGradeState state)
{
  return state == SF_GRADE_AGREED ? "agreed" : state == SF_GRADE_PROPOSED ? "proposed" : "none";
}

static void
add_level (SfJson *json, const char *key, SfLevel *level)
{
  if (level != NULL)
    sf_json_add_int (json, key, sf_level_get_value (level));
  else
    sf_json_add_null (json, key);
}

/* @area NULL: the whole centre's */
static void
add_grade (SfCli *cli, SfJson *json, SfKeyArea *area)
{
  SfAreaJudgement *judgement = sf_area_grade_find (cli->model, cli->evaluation, area);
  g_autofree char *why = NULL, *moved = NULL;
  gboolean odd = sf_area_grade_is_odd (cli->model, cli->evaluation, area, &why);

  sf_area_grade_compare_with_last (cli->model, cli->evaluation, area, &moved);
  sf_json_begin_object (json, "grade");
  add_level (json, "level", sf_area_grade_get_level (cli->model, cli->evaluation, area));
  sf_json_take_text (json, "text", sf_area_grade_to_text (cli->model, cli->evaluation, area));
  sf_json_add_text (json, "state", get_state_word (sf_area_judgement_get_grade_state (judgement)));
  sf_json_take_text (json, "state_text", sf_area_judgement_state_to_text (judgement));
  add_level (json, "last_level", sf_area_grade_get_last_level (cli->model, cli->evaluation, area));
  sf_json_add_text (json, "compared", moved);
  sf_json_add_boolean (json, "odd", odd);
  sf_json_add_text (json, "why_odd", why);
  sf_json_end (json);
}

static void
add_area (SfCli *cli, SfJson *json, SfKeyArea *area)
{
  SfProgress progress;
  SfSpread spread;

  sf_progress_of (cli->model, cli->evaluation, area, &progress);
  sf_spread_of_area (cli->model, cli->evaluation, area, &spread);
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "code", sf_key_area_get_code (area));
  sf_json_add_text (json, "title", sf_key_area_get_title (area));
  add_progress (json, &progress);
  add_spread (json, &spread, sf_key_area_get_scale (area));
  add_grade (cli, json, area);
  sf_json_take_text (json, "summary",
                     sf_area_grade_get_summary (cli->model, cli->evaluation, area));
  sf_json_end (json);
}

static void
add_counts (SfCli *cli, SfJson *json)
{
  SfCounts counts;

  sf_counts_of (cli->model, cli->evaluation, cli->today, &counts);
  sf_json_begin_object (json, "counts");
  sf_json_add_int (json, "judgements", counts.judgements);
  sf_json_add_int (json, "evidence", counts.evidence);
  sf_json_add_int (json, "files", counts.files);
  sf_json_add_int (json, "targets", counts.targets);
  sf_json_add_int (json, "targets_open", counts.targets_open);
  sf_json_add_int (json, "targets_late", counts.targets_late);
  sf_json_add_int (json, "targets_met", counts.targets_met);
  sf_json_end (json);
}

static void
add_agenda (SfJson *json, const char *key, GPtrArray *items)
{
  sf_json_begin_list (json, key);
  for (guint i = 0; i < items->len; i++)
    {
      SfAgendaItem *item = items->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "title", item->title);
      sf_json_add_text (json, "detail", item->detail);
      sf_json_add_text (json, "due_on", item->due_on);
      sf_json_add_text (json, "area", item->area_code);
      sf_json_add_text (json, "statement", item->statement_code);
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_safeguarding (SfCli *cli, SfJson *json)
{
  g_autoptr (GPtrArray) items = sf_safeguarding_list (cli->model, cli->evaluation, cli->today);

  sf_json_begin_list (json, "safeguarding");
  for (guint i = 0; i < items->len; i++)
    {
      SfSafeguardingItem *item = items->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "code", sf_statement_get_code (item->statement));
      sf_json_add_text (json, "title", sf_statement_get_title (item->statement));
      add_level (json, "level", item->level);
      sf_json_add_text (json, "text", item->text);
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_evaluation (SfCli *cli, SfJson *json)
{
  SfFramework *framework = sf_model_get_framework (cli->model, cli->evaluation);
  gboolean closed = sf_evaluation_get_closed_at (cli->evaluation) != SF_NULL_INT;

  sf_json_begin_object (json, "evaluation");
  sf_json_add_text (json, "title", sf_evaluation_get_title (cli->evaluation));
  sf_json_add_text (json, "starts_on", sf_evaluation_get_starts_on (cli->evaluation));
  sf_json_add_text (json, "ends_on", sf_evaluation_get_ends_on (cli->evaluation));
  sf_json_add_text (json, "meeting_on", sf_evaluation_get_meeting_on (cli->evaluation));
  sf_json_add_boolean (json, "closed", closed);
  sf_json_add_text (json, "framework", sf_framework_get_id (framework));
  sf_json_add_text (json, "edition", sf_framework_get_edition (framework));
  sf_json_end (json);
}

static void
print_json (SfCli *cli, SfCentre *centre, SfProgress *progress, GPtrArray *due, GPtrArray *missing)
{
  GPtrArray *areas = sf_framework_get_areas (sf_model_get_framework (cli->model, cli->evaluation));
  SfJson *json = sf_json_new ();

  sf_json_add_text (json, "centre", sf_centre_get_name (centre));
  sf_json_add_text (json, "local_authority", sf_centre_get_local_authority (centre));
  sf_json_add_text (json, "today", cli->today);
  sf_json_add_boolean (json, "read_only", sf_workbook_get_read_only (cli->workbook));
  add_evaluation (cli, json);
  add_progress (json, progress);
  add_grade (cli, json, NULL);
  sf_json_begin_list (json, "areas");
  for (guint i = 0; i < areas->len; i++)
    add_area (cli, json, areas->pdata[i]);
  sf_json_end (json);
  add_counts (cli, json);
  add_safeguarding (cli, json);
  add_agenda (json, "due", due);
  add_agenda (json, "missing", missing);
  sf_json_print (json);
}

/* --- in words
 * -------------------------------------------------------------------------------------- */

static void
print_area (SfCli *cli, SfKeyArea *area)
{
  g_autofree char *grade = sf_area_grade_to_text (cli->model, cli->evaluation, area);
  g_autofree char *summary = sf_area_grade_get_summary (cli->model, cli->evaluation, area);
  g_autofree char *done = NULL;
  SfProgress progress;

  sf_progress_of (cli->model, cli->evaluation, area, &progress);
  done = sf_progress_to_text (&progress);
  sf_cli_print ("%-4s %s\n     %s · %s\n     %s\n", sf_key_area_get_code (area),
                sf_key_area_get_title (area), grade, done, summary);
}

static void
print_agenda (const char *heading, GPtrArray *items)
{
  if (items->len > 0)
    sf_cli_print ("\n%s\n", heading);
  for (guint i = 0; i < items->len; i++)
    {
      SfAgendaItem *item = items->pdata[i];
      sf_cli_print ("  %s · %s\n", item->title, item->detail);
    }
}

static void
print_counts (SfCli *cli)
{
  g_autofree char *targets = NULL;
  SfCounts counts;

  sf_counts_of (cli->model, cli->evaluation, cli->today, &counts);
  targets = sf_counts_targets_to_text (&counts);
  sf_cli_print (_ ("\nEvidence: %u, files: %u\n"), counts.evidence, counts.files);
  sf_cli_print (_ ("Targets: %s\n"), *targets != '\0' ? targets : "0");
}

static void
print_whole (SfCli *cli)
{
  SfAreaJudgement *judgement = sf_area_grade_find (cli->model, cli->evaluation, NULL);
  g_autofree char *grade = sf_area_grade_to_text (cli->model, cli->evaluation, NULL);
  g_autofree char *state = sf_area_judgement_state_to_text (judgement);

  if (sf_area_judgement_get_grade_state (judgement) == SF_GRADE_NONE)
    sf_cli_print (_ ("Whole centre: %s\n"), grade);
  else
    /* Translators: a grade, and who agreed it */
    sf_cli_print (_ ("Whole centre: %s, %s\n"), grade, state);
}

static void
print_words (SfCli *cli, SfCentre *centre, SfProgress *progress, GPtrArray *due, GPtrArray *missing)
{
  GPtrArray *areas = sf_framework_get_areas (sf_model_get_framework (cli->model, cli->evaluation));
  g_autofree char *done = sf_progress_to_text (progress);

  sf_cli_print ("%s\n%s\n", sf_centre_get_name (centre), sf_evaluation_get_title (cli->evaluation));
  print_whole (cli);
  sf_cli_print (_ ("Judged: %s\n\n"), done);
  for (guint i = 0; i < areas->len; i++)
    print_area (cli, areas->pdata[i]);
  print_counts (cli);
  print_agenda (_ ("Due"), due);
  print_agenda (_ ("Worth a look"), missing);
  if (sf_workbook_get_read_only (cli->workbook))
    sf_cli_print ("\n%s\n", sf_workbook_get_read_only_reason (cli->workbook));
}

gboolean
sf_cli_info (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  SfCentre *centre;
  SfProgress progress;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL)
    return FALSE;
  due = sf_agenda_list_due (cli->model, cli->evaluation, cli->today, DUE_DAYS);
  missing = sf_agenda_list_missing (cli->model, cli->evaluation, cli->today);
  sf_progress_of (cli->model, cli->evaluation, NULL, &progress);
  if (as_json)
    print_json (cli, centre, &progress, due, missing);
  else
    print_words (cli, centre, &progress, due, missing);
  return TRUE;
}
