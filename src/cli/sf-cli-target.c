/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-target-check.h"
#include "model/sf-target-settled.h"
#include "model/sf-target-status.h"
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* "Lone parents reached: At risk · 52% → 65% by 31 March 2027 · 57% on 9 November 2026" */
static char *
describe (SfCli *cli, SfTarget *target)
{
  SfTargetStatus status = sf_target_get_status (cli->model, target, cli->today);
  g_autofree char *aim = sf_target_to_text (target);
  g_autofree char *reading = sf_target_reading_to_text (cli->model, target, cli->today);

  return g_strconcat (sf_target_get_title (target), ": ", sf_target_status_get_label (status),
                      *aim != '\0' ? " · " : "", aim, reading != NULL ? " · " : NULL, reading,
                      NULL);
}

gboolean
sf_cli_settle_and_tell (SfCli *cli, SfTarget *target, GError **error)
{
  g_autofree char *text = NULL;

  if (!sf_cli_settle (cli, error))
    return FALSE;
  text = describe (cli, target);
  return sf_cli_done (cli, "%s", text);
}

/* --- adding --------------------------------------------------------------------------------------
 */

typedef struct
{
  char *statement;
  char *measure;
  char *unit;
  char *baseline;
  char *goal;
  char *criteria;
  char *owner;
  char *support;
  char *evidence;
  char *pace;
  char *direction;
  char *starts;
  char *due;
  char *outcome_measure;
  char *group;
} Setting;

static void
setting_clear (Setting *self)
{
  g_free (self->statement);
  g_free (self->measure);
  g_free (self->unit);
  g_free (self->baseline);
  g_free (self->goal);
  g_free (self->criteria);
  g_free (self->owner);
  g_free (self->support);
  g_free (self->evidence);
  g_free (self->pace);
  g_free (self->direction);
  g_free (self->starts);
  g_free (self->due);
  g_free (self->outcome_measure);
  g_free (self->group);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setting, setting_clear)

static gboolean
set_measure (SfCli *cli, SfTarget *target, Setting *asked, GError **error)
{
  double baseline, goal;

  if (!sf_cli_parse_number (asked->baseline, &baseline, error)
      || !sf_cli_parse_number (asked->goal, &goal, error))
    return FALSE;
  if (asked->measure == NULL && asked->unit == NULL && isnan (baseline) && isnan (goal))
    return TRUE;
  return sf_workbook_set_target_measure (cli->workbook, target, asked->measure, asked->unit,
                                         baseline, goal, error);
}

/* Both days at once: one may be wrong beside the other as it was. */
static gboolean
set_days (SfCli *cli, SfTarget *target, Setting *asked, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);
  g_autofree char *starts = NULL, *due = NULL;

  if (!sf_cli_parse_date (asked->starts, &starts, error)
      || !sf_cli_parse_date (asked->due, &due, error))
    return FALSE;
  if (starts != NULL)
    g_ptr_array_add (edits, sf_field_edit_new (target, SF_TARGET_STARTS_ON, starts));
  if (due != NULL)
    g_ptr_array_add (edits, sf_field_edit_new (target, SF_TARGET_DUE_ON, due));
  return sf_workbook_edit_many (cli->workbook, edits, _ ("Start and due date of a target"), error);
}

/* NULL @measure: tied to nothing. */
static gboolean
tie (SfCli *cli, SfTarget *target, const char *measure, const char *group, GError **error)
{
  SfMeasure *of = NULL;
  SfFamilyGroup *families = NULL;

  if (measure != NULL && (of = sf_cli_find_measure (cli, measure, error)) == NULL)
    return FALSE;
  if (group != NULL && (families = sf_cli_find_family_group (cli, group, error)) == NULL)
    return FALSE;
  return sf_workbook_tie_target (cli->workbook, target, of, families, error);
}

static gboolean
fill_target (SfCli *cli, SfTarget *target, Setting *asked, GError **error)
{
  return sf_cli_set_text (cli, target, SF_TARGET_DIRECTION, asked->direction, error)
         && set_measure (cli, target, asked, error)
         && sf_cli_set_text (cli, target, SF_TARGET_CRITERIA, asked->criteria, error)
         && sf_cli_set_text (cli, target, SF_TARGET_OWNER, asked->owner, error)
         && sf_cli_set_text (cli, target, SF_TARGET_SUPPORT, asked->support, error)
         && sf_cli_set_text (cli, target, SF_TARGET_EVIDENCE_EXPECTED, asked->evidence, error)
         && sf_cli_set_text (cli, target, SF_TARGET_PACE, asked->pace, error)
         && set_days (cli, target, asked, error)
         && ((asked->outcome_measure == NULL && asked->group == NULL)
             || tie (cli, target, asked->outcome_measure, asked->group, error));
}

static gboolean
check_word (SfVocabulary vocabulary, const char *word, GError **error)
{
  if (word == NULL || sf_vocabulary_find (vocabulary, word) >= 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not one of the words for this."),
               word);
  return FALSE;
}

/* The days that it will have: without any it starts today and is due on the evaluation's last day.
 */
static gboolean
check_days (SfCli *cli, const char *starts, const char *due, GError **error)
{
  const char *ends = sf_evaluation_get_ends_on (cli->evaluation);

  if (due == NULL && g_strcmp0 (ends, cli->today) > 0)
    due = ends;
  return sf_target_check_days (starts != NULL ? starts : cli->today, due, error);
}

static gboolean
check_tie (SfCli *cli, Setting *asked, GError **error)
{
  if (asked->outcome_measure == NULL && asked->group != NULL)
    return sf_cli_usage (cli, error, _ ("A group is given with its measure: --outcome-measure."));
  return (asked->outcome_measure == NULL
          || sf_cli_find_measure (cli, asked->outcome_measure, error) != NULL)
         && (asked->group == NULL || sf_cli_find_family_group (cli, asked->group, error) != NULL);
}

/* What was mistyped is said before the target is made. */
static gboolean
check_setting (SfCli *cli, Setting *asked, GError **error)
{
  g_autofree char *starts = NULL, *due = NULL;
  double baseline, goal;

  return check_word (SF_VOCABULARY_TARGET_PACE, asked->pace, error)
         && check_word (SF_VOCABULARY_TARGET_DIRECTION, asked->direction, error)
         && sf_cli_parse_number (asked->baseline, &baseline, error)
         && sf_cli_parse_number (asked->goal, &goal, error)
         && sf_target_check_percent (asked->unit, baseline, error)
         && sf_target_check_percent (asked->unit, goal, error)
         && sf_target_check_goal (baseline, goal, asked->direction, error)
         && sf_cli_parse_date (asked->starts, &starts, error)
         && sf_cli_parse_date (asked->due, &due, error) && check_days (cli, starts, due, error)
         && check_tie (cli, asked, error);
}

gboolean
sf_cli_target_add (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Setting) asked = { 0 };
  const GOptionEntry options[]
      = { { "statement", 's', 0, G_OPTION_ARG_STRING, &asked.statement,
            N_ ("The statement it serves"), N_ ("CODE") },
          { "measure", 'm', 0, G_OPTION_ARG_STRING, &asked.measure, N_ ("What is measured"),
            N_ ("TEXT") },
          { "unit", 'u', 0, G_OPTION_ARG_STRING, &asked.unit, N_ ("In what"), N_ ("UNIT") },
          { "baseline", 'b', 0, G_OPTION_ARG_STRING, &asked.baseline, N_ ("Where it stood"),
            N_ ("NUMBER") },
          { "goal", 'g', 0, G_OPTION_ARG_STRING, &asked.goal, N_ ("Where it shall be"),
            N_ ("NUMBER") },
          { "criteria", 'c', 0, G_OPTION_ARG_STRING, &asked.criteria, N_ ("How we shall know"),
            N_ ("TEXT") },
          { "owner", 'o', 0, G_OPTION_ARG_STRING, &asked.owner, N_ ("Who leads"), N_ ("WHO") },
          { "support", 0, 0, G_OPTION_ARG_STRING, &asked.support,
            N_ ("Support and training needed"), N_ ("TEXT") },
          { "evidence", 'e', 0, G_OPTION_ARG_STRING, &asked.evidence, N_ ("Evidence expected"),
            N_ ("TEXT") },
          { "pace", 0, 0, G_OPTION_ARG_STRING, &asked.pace, N_ ("steady or yearly"), N_ ("WORD") },
          { "direction", 0, 0, G_OPTION_ARG_STRING, &asked.direction,
            N_ ("up (at least) or down (at most), where no baseline says so"), N_ ("WORD") },
          { "starts", 0, 0, G_OPTION_ARG_STRING, &asked.starts,
            N_ ("Its first day; otherwise today"), N_ ("DATE") },
          { "due", 0, 0, G_OPTION_ARG_STRING, &asked.due,
            N_ ("By when; otherwise the evaluation’s last day"), N_ ("DATE") },
          { "outcome-measure", 0, 0, G_OPTION_ARG_STRING, &asked.outcome_measure,
            N_ ("The measure of the outcome data that it is about"), N_ ("TITLE") },
          { "group", 0, 0, G_OPTION_ARG_STRING, &asked.group,
            N_ ("The group of families in it; otherwise all families"), N_ ("TITLE") },
          G_OPTION_ENTRY_NULL };
  SfStatement *statement = NULL;
  SfTarget *target;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error) || !check_setting (cli, &asked, error))
    return FALSE;
  if (asked.statement != NULL)
    {
      statement = sf_cli_find_statement (cli, asked.statement, error);
      if (statement == NULL)
        return FALSE;
    }
  if (!sf_workbook_add_target (cli->workbook, cli->evaluation,
                               statement != NULL ? sf_statement_get_code (statement) : NULL,
                               cli->words[0], &uuid, error))
    return FALSE;
  target = sf_cli_wait_for (cli, &uuid, error);
  return target != NULL && fill_target (cli, target, &asked, error)
         && sf_cli_settle_and_tell (cli, target, error);
}

gboolean
sf_cli_target_about (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *measure = NULL, *group = NULL;
  const GOptionEntry options[]
      = { { "measure", 'm', 0, G_OPTION_ARG_STRING, &measure,
            N_ ("A measure; otherwise it is tied to none"), N_ ("TITLE") },
          { "group", 'g', 0, G_OPTION_ARG_STRING, &group,
            N_ ("A group of families; otherwise all families"), N_ ("TITLE") },
          G_OPTION_ENTRY_NULL };
  SfTarget *target;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  target = sf_cli_find_target (cli, cli->words[0], error);
  return target != NULL && tie (cli, target, measure, group, error)
         && sf_cli_settle_and_tell (cli, target, error);
}

/* --- looking at one
 * -------------------------------------------------------------------------------- */

gboolean
sf_cli_target_review (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *on = NULL, *value = NULL, *status = NULL, *comment = NULL, *by = NULL;
  g_autofree char *iso = NULL;
  const GOptionEntry options[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("When; otherwise today"), N_ ("DATE") },
          { "value", 'v', 0, G_OPTION_ARG_STRING, &value, N_ ("The value then"), N_ ("NUMBER") },
          { "status", 's', 0, G_OPTION_ARG_STRING, &status,
            N_ ("on-track, at-risk, off-track, met or not-met"), N_ ("WORD") },
          { "comment", 'c', 0, G_OPTION_ARG_STRING, &comment, N_ ("What there is to say"),
            N_ ("TEXT") },
          { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("By whom"), N_ ("WHO") },
          G_OPTION_ENTRY_NULL };
  SfTarget *target;
  double number;

  if (!sf_cli_begin (cli, arguments, options, error) || !sf_cli_parse_date (on, &iso, error)
      || !sf_cli_parse_number (value, &number, error))
    return FALSE;
  target = sf_cli_find_target (cli, cli->words[0], error);
  return target != NULL
         && sf_workbook_add_review (cli->workbook, target, iso != NULL ? iso : cli->today, number,
                                    status, comment, by, NULL, error)
         && sf_cli_settle_and_tell (cli, target, error);
}

gboolean
sf_cli_target_end (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry options[]
      = { { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason,
            N_ ("Why it ended so; must be given for one that is dropped"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  SfTarget *target;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  target = sf_cli_find_target (cli, cli->words[0], error);
  return target != NULL
         && sf_workbook_end_target (cli->workbook, target, cli->words[1], reason, error)
         && sf_cli_settle_and_tell (cli, target, error);
}

gboolean
sf_cli_target_reopen (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  SfTarget *target;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  target = sf_cli_find_target (cli, cli->words[0], error);
  return target != NULL && sf_workbook_reopen_target (cli->workbook, target, error)
         && sf_cli_settle_and_tell (cli, target, error);
}

/* --- listing -------------------------------------------------------------------------------------
 */

static void
add_reviews (SfCli *cli, SfJson *json, SfTarget *target)
{
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (cli->model, target);

  sf_json_begin_list (json, "reviews");
  for (guint i = 0; i < reviews->len; i++)
    {
      SfReview *review = reviews->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "on", sf_review_get_reviewed_on (review));
      sf_json_add_number (json, "value", sf_review_get_value (review));
      sf_json_add_text (json, "status", sf_review_get_status (review));
      sf_json_add_text (json, "comment", sf_review_get_comment (review));
      sf_json_add_text (json, "by", sf_review_get_reviewed_by (review));
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_milestones (SfCli *cli, SfJson *json, SfTarget *target)
{
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (cli->model, target);

  sf_json_begin_list (json, "milestones");
  for (guint i = 0; i < milestones->len; i++)
    {
      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "title", sf_milestone_get_title (milestones->pdata[i]));
      sf_json_add_text (json, "due_on", sf_milestone_get_due_on (milestones->pdata[i]));
      sf_json_add_text (json, "reached_on", sf_milestone_get_reached_on (milestones->pdata[i]));
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_changes (SfCli *cli, SfJson *json, SfTarget *target)
{
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (cli->model, target);

  sf_json_begin_list (json, "changes");
  for (guint i = 0; i < changes->len; i++)
    {
      SfTargetChange *change = changes->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "on", sf_target_change_get_changed_on (change));
      sf_json_add_text (json, "field", sf_target_change_get_field (change));
      sf_json_add_text (json, "before", sf_target_change_get_old_value (change));
      sf_json_add_text (json, "after", sf_target_change_get_new_value (change));
      sf_json_add_text (json, "because", sf_target_change_get_reason (change));
      sf_json_add_text (json, "office", sf_target_change_get_office (change));
      sf_json_end (json);
    }
  sf_json_end (json);
}

/* (nullable): of the record that a column of a target names */
static const char *
get_title (SfCli *cli, SfTarget *target, guint column)
{
  SfRecord *record = sf_model_find (cli->model, sf_record_get_ref (SF_RECORD (target), column));

  if (record == NULL)
    return NULL;
  return SF_IS_MEASURE (record) ? sf_measure_get_title (SF_MEASURE (record))
                                : sf_family_group_get_title (SF_FAMILY_GROUP (record));
}

static void
add_target (SfCli *cli, SfJson *json, SfTarget *target)
{
  SfTargetStatus status = sf_target_get_status (cli->model, target, cli->today);
  SfTargetStatus given = sf_target_get_given_status (cli->model, target, cli->today);
  SfReview *reading = sf_target_get_latest_reading (cli->model, target, cli->today);

  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "title", sf_target_get_title (target));
  sf_json_add_text (json, "statement", sf_target_get_statement_code (target));
  sf_json_add_text (json, "measure", sf_target_get_measure (target));
  sf_json_add_text (json, "outcome_measure", get_title (cli, target, SF_TARGET_OUTCOME_MEASURE));
  sf_json_add_text (json, "family_group", get_title (cli, target, SF_TARGET_FAMILY_GROUP));
  sf_json_add_text (json, "unit", sf_target_get_unit (target));
  sf_json_add_number (json, "baseline", sf_target_get_baseline (target));
  sf_json_add_number (json, "goal", sf_target_get_goal (target));
  sf_json_add_text (json, "owner", sf_target_get_owner (target));
  sf_json_add_text (json, "starts_on", sf_target_get_starts_on (target));
  sf_json_add_text (json, "due_on", sf_target_get_due_on (target));
  sf_json_add_text (json, "status", sf_target_status_get_id (status));
  sf_json_add_text (json, "status_label", sf_target_status_get_label (status));
  sf_json_add_number (json, "reading", reading != NULL ? sf_review_get_value (reading) : NAN);
  sf_json_add_text (json, "read_on", reading != NULL ? sf_review_get_reviewed_on (reading) : NULL);
  sf_json_add_boolean (json, "open", sf_target_is_open (cli->model, target, cli->today));
  sf_json_add_boolean (json, "late", sf_target_is_late (cli->model, target, cli->today));
  sf_json_add_int (json, "days_late", sf_target_get_days_late (cli->model, target, cli->today));
  sf_json_take_text (json, "review_due", sf_target_get_review_due (cli->model, target, cli->today));
  sf_json_add_text (json, "outcome", sf_target_get_outcome (target));
  sf_json_add_text (json, "outcome_reason", sf_target_get_outcome_reason (target));
  sf_json_add_number (json, "expected", sf_target_get_expected (cli->model, target, cli->today));
  sf_json_add_text (json, "given_status",
                    given != SF_TARGET_NO_READING ? sf_target_status_get_id (given) : NULL);
  sf_json_add_text (json, "pace", sf_target_get_pace (target));
  sf_json_add_text (json, "direction", sf_target_get_direction (target));
  sf_json_add_text (json, "further_statements", sf_target_get_further_statements (target));
  sf_json_add_text (json, "evidence_expected", sf_target_get_evidence_expected (target));
  sf_json_add_boolean (json, "settled", sf_target_is_settled (cli->model, target, cli->today));
  add_reviews (cli, json, target);
  add_milestones (cli, json, target);
  add_changes (cli, json, target);
  sf_json_end (json);
}

/* "  Outcome data: Families reached, Fathers" */
static void
print_tie (SfCli *cli, SfTarget *target)
{
  const char *measure = get_title (cli, target, SF_TARGET_OUTCOME_MEASURE);
  const char *group = get_title (cli, target, SF_TARGET_FAMILY_GROUP);

  if (measure != NULL)
    sf_cli_print (_ ("  Outcome data: %1$s, %2$s\n"), measure,
                  group != NULL ? group : _ ("All families"));
}

static void
print_target (SfCli *cli, SfTarget *target)
{
  SfTargetStatus status = sf_target_get_status (cli->model, target, cli->today);
  g_autofree char *aim = sf_target_to_text (target);
  g_autofree char *reading = sf_target_reading_to_text (cli->model, target, cli->today);
  g_autofree char *doubt = sf_target_doubt_to_text (cli->model, target, cli->today);
  int days = sf_target_get_days_late (cli->model, target, cli->today);
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (cli->model, target);

  sf_cli_print ("%s\n  %s", sf_target_get_title (target), sf_target_status_get_label (status));
  if (days > 0)
    sf_cli_print (g_dngettext (GETTEXT_PACKAGE, " · %d day late", " · %d days late", (gulong)days),
                  days);
  if (*aim != '\0')
    sf_cli_print (" · %s", aim);
  if (reading != NULL)
    sf_cli_print (" · %s", reading);
  sf_cli_print ("\n");
  if (doubt != NULL)
    sf_cli_print ("  %s\n", doubt);
  print_tie (cli, target);
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *text = sf_target_change_to_text (changes->pdata[i]);

      sf_cli_print (_ ("  Changed. %s: %s\n"), text,
                    sf_target_change_get_reason (changes->pdata[i]));
    }
}

static gboolean
parse_filter (SfCli *cli, const char *word, SfTargetFilter *filter, GError **error)
{
  static const char *const words[] = { "all", "open", "soon", "late", "behind", "ended" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word == NULL || strcmp (word, words[i]) == 0)
      {
        *filter = (SfTargetFilter)i;
        return TRUE;
      }
  return sf_cli_usage (cli, error, _ ("The filter is all, open, soon, late, behind or ended."));
}

gboolean
sf_cli_target_list (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *word = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "filter", 'f', 0, G_OPTION_ARG_STRING, &word,
            N_ ("all, open, soon, late, behind or ended"), N_ ("WORD") },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) list = NULL;
  SfTargetFilter filter = SF_TARGETS_ALL;
  SfJson *json = NULL;

  if (!sf_cli_begin (cli, arguments, options, error) || !parse_filter (cli, word, &filter, error))
    return FALSE;
  list = sf_model_list_targets (cli->model, cli->evaluation, NULL);
  sf_target_sort (cli->model, list, cli->today);
  if (as_json)
    {
      json = sf_json_new ();
      sf_json_begin_list (json, "targets");
    }
  for (guint i = 0; i < list->len; i++)
    if (!sf_target_matches (cli->model, list->pdata[i], filter, NULL, cli->today))
      continue;
    else if (as_json)
      add_target (cli, json, list->pdata[i]);
    else
      print_target (cli, list->pdata[i]);
  if (as_json)
    sf_json_print (json);
  return TRUE;
}
