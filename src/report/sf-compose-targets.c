/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What is said of a target: how far it has come, by when, who leads. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-target-published.h"
#include "model/sf-vocabulary.h"
#include "report/sf-compose-private.h"

/* --- who leads -------------------------------------------------------------------------------- */

/* What somebody is in the centre: the role, or "Head of centre"; NULL for a group, whose role says
 * when it meets. */
static const char *
get_office (SfContributor *contributor)
{
  const char *kind = sf_contributor_get_kind (contributor);

  if (g_strcmp0 (kind, "parents") == 0)
    return NULL;
  if (!sf_text_is_blank (sf_contributor_get_role (contributor)))
    return sf_contributor_get_role (contributor);
  return g_strcmp0 (kind, "head") == 0
             ? sf_vocabulary_get_label (SF_VOCABULARY_CONTRIBUTOR_KIND, kind)
             : NULL;
}

/* Whether @text begins with the whole of @name, not with a longer one. */
static gboolean
begins_with_name (const char *text, const char *name)
{
  return !sf_text_is_blank (name) && g_str_has_prefix (text, name)
         && !g_unichar_isalnum (g_utf8_get_char (text + strlen (name)));
}

/* Who leads, by the office if that is known and not by the name: a report is read by people who
 * know what a deputy head is, and need not know who. @leader is as it was written, or NULL. */
char *
sf_compose_office (SfComposer *self, const char *leader)
{
  g_autofree char *owner = sf_text_clean (leader);
  GListModel *contributors = sf_model_get_list (self->model, SF_TYPE_CONTRIBUTOR);
  const char *head = sf_centre_get_head_name (self->centre);

  if (owner == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (contributors); i++)
    {
      g_autoptr (SfContributor) one = g_list_model_get_item (contributors, i);
      const char *name = sf_contributor_get_name (one), *office = get_office (one);

      if (office != NULL && begins_with_name (owner, name))
        return g_strconcat (office, owner + strlen (name), NULL);
    }
  if (begins_with_name (owner, head))
    return g_strconcat (_ ("Head of centre"), owner + strlen (head), NULL);
  return g_steal_pointer (&owner);
}

char *
sf_compose_leader (SfComposer *self, SfTarget *target)
{
  return sf_compose_office (self, sf_target_get_owner (target));
}

/* Whether nobody has to do anything about a target. */
gboolean
sf_compose_is_quiet (SfTargetStatus status)
{
  return status == SF_TARGET_ON_TRACK || status == SF_TARGET_MET || status == SF_TARGET_DROPPED;
}

/* --- how far it has come ---------------------------------------------------------------------- */

static void
add_labelled (SfProse *prose, const char *label, const char *text)
{
  const char *before = sf_prose_get_text (prose);
  g_autofree char *clean = sf_text_clean (text);
  g_autofree char *sentence = NULL;

  if (clean == NULL)
    return;
  g_strdelimit (clean, "\n", ' ');
  sentence = sf_compose_sentence (clean);
  if (*before != '\0' && !g_str_has_suffix (before, "\n"))
    sf_prose_add (prose, SF_SPAN_PLAIN, " ");
  sf_prose_add (prose, SF_SPAN_EMPHASIS, label);
  sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "), SF_SPAN_PLAIN, sentence);
}

/* "57% on 30 October 2026; we began at 52%", and what was said of it; NULL if nobody has looked. */
static char *
tell_now (SfComposer *self, SfTarget *target, gboolean with_words)
{
  SfReview *review = sf_target_get_latest_review (self->model, target, self->today);
  g_autofree char *reading
      = sf_target_publish_reading (self->model, target, self->outcomes, self->today);
  double baseline = sf_target_get_baseline (target);
  g_autoptr (GString) text = g_string_new (NULL);

  if (reading != NULL)
    {
      g_string_append (text, reading);
      if (isfinite (baseline))
        {
          g_autofree char *began = sf_target_publish_value (target, self->outcomes, baseline);

          /* Translators: after a value on a day: where it stood at the beginning */
          g_string_append_printf (text, _ ("; we began at %s"), began);
        }
    }
  if (with_words && review != NULL && !sf_text_is_blank (sf_review_get_comment (review)))
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "",
                            sf_review_get_comment (review));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* "65% by 31 March 2027", or only the day. */
static char *
tell_goal (SfComposer *self, SfTarget *target)
{
  double goal = sf_target_get_goal (target);
  g_autofree char *due = sf_date_format (sf_target_get_due_on (target));
  g_autofree char *value
      = isfinite (goal) ? sf_target_publish_value (target, self->outcomes, goal) : NULL;

  if (value == NULL)
    return *due != '\0' ? g_strdup_printf (_ ("by %s"), due) : NULL;
  return *due != '\0' ? g_strdup_printf (_ ("%s by %s"), value, due) : g_steal_pointer (&value);
}

/* "Room found (reached 3 June 2026); staff trained (by 1 October 2026)" */
static void
add_milestones (SfComposer *self, SfProse *prose, SfTarget *target)
{
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (self->model, target);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < milestones->len; i++)
    {
      SfMilestone *one = milestones->pdata[i];
      const char *reached = sf_milestone_get_reached_on (one);
      g_autofree char *on
          = sf_date_format (reached != NULL ? reached : sf_milestone_get_due_on (one));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", sf_milestone_get_title (one));
      if (*on != '\0')
        g_string_append_printf (text, reached != NULL ? _ (" (reached %s)") : _ (" (by %s)"), on);
    }
  add_labelled (prose, _ ("Milestones:"), text->str);
}

/* What was promised before, and why it is no longer: however short the report has to be. */
static void
add_changes (SfComposer *self, SfProse *prose, SfTarget *target)
{
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (self->model, target);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *what = sf_target_publish_change (target, self->outcomes, changes->pdata[i]);
      g_autofree char *sentence = sf_compose_sentence (what);
      g_autofree char *text
          = g_strdup_printf ("%s %s", sentence, sf_target_change_get_reason (changes->pdata[i]));

      add_labelled (prose, _ ("Changed:"), text);
    }
}

/* Adds to @prose, each with its label, the goal and how it is known, how it stands, who leads. In a
 * report that has to be short, numbers stand in the table of progress alone. */
void
sf_compose_add_target_words (SfComposer *self, SfProse *prose, SfTarget *target)
{
  gboolean with_words = self->detail < SF_DETAIL_FACTS;
  g_autofree char *now = tell_now (self, target, with_words), *goal = tell_goal (self, target);
  g_autofree char *leader = sf_compose_leader (self, target);

  if (with_words)
    add_labelled (prose, _ ("Goal:"), goal);
  if (with_words && !sf_text_is_blank (sf_target_get_criteria (target)))
    add_labelled (prose, _ ("We shall know by:"), sf_target_get_criteria (target));
  else if (with_words)
    add_labelled (prose, _ ("Measured by:"), sf_target_get_measure (target));
  if (with_words && sf_target_get_outcome (target) != NULL)
    add_labelled (prose, _ ("How it ended:"), sf_target_get_outcome_reason (target));
  else if (with_words)
    add_labelled (prose, _ ("Now:"), now);
  add_labelled (prose, _ ("Who leads:"), leader);
  add_milestones (self, prose, target);
  add_changes (self, prose, target);
}

/* --- at its area ------------------------------------------------------------------------------ */

/* Where the report has to be short: whether a target is only named with its status. */
static gboolean
is_folded (SfComposer *self, SfTarget *target)
{
  if (self->detail >= SF_DETAIL_SHORTEST)
    return TRUE;
  return self->detail >= SF_DETAIL_SHORT
         && sf_compose_is_quiet (sf_target_get_status (self->model, target, self->today));
}

static void
add_one_by_one (SfComposer *self, SfBlock *list, GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      SfTarget *target = g_ptr_array_index (targets, i);
      SfProse *item;

      if (is_folded (self, target))
        continue;
      item = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, sf_target_get_title (target));
      sf_prose_add (item, SF_SPAN_PLAIN, " – ");
      sf_compose_add_status_chip (item, sf_target_get_status (self->model, target, self->today));
      sf_prose_add (item, SF_SPAN_PLAIN, self->detail < SF_DETAIL_FACTS ? "\n" : ".");
      sf_compose_add_target_words (self, item, target);
      sf_block_add_item (list, item);
    }
}

/* The folded ones: the titles of each status in one sentence. */
static void
add_by_status (SfComposer *self, SfBlock *list, GPtrArray *targets)
{
  for (guint status = 0; status < SF_N_TARGET_STATUSES; status++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < targets->len; i++)
        if (is_folded (self, targets->pdata[i])
            && sf_target_get_status (self->model, targets->pdata[i], self->today) == status)
          g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : ": ",
                                  sf_target_get_title (targets->pdata[i]));
      if (names->len > 0)
        {
          SfProse *item = sf_prose_new (NULL);

          sf_compose_add_status_chip (item, (SfTargetStatus)status);
          g_string_append_c (names, '.');
          sf_block_add_item (list, sf_prose_add (item, SF_SPAN_PLAIN, names->str));
        }
    }
}

/* What was changed is told of the folded ones too. */
static void
add_changed (SfComposer *self, SfBlock *list, GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (GPtrArray) changes = sf_model_list_target_changes (self->model, targets->pdata[i]);
      SfProse *item;

      if (changes->len == 0 || !is_folded (self, targets->pdata[i]))
        continue;
      item = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                           sf_target_get_title (targets->pdata[i]));
      sf_prose_add (item, SF_SPAN_PLAIN, "\n");
      add_changes (self, item, targets->pdata[i]);
      sf_block_add_item (list, item);
    }
}

/* Adds the targets of an area to a list; FALSE where it has none. */
gboolean
sf_compose_list_area_targets (SfComposer *self, SfKeyArea *area, SfBlock *list)
{
  g_autoptr (GPtrArray) targets = sf_compose_list_targets (self, area);

  add_one_by_one (self, list, targets);
  add_by_status (self, list, targets);
  add_changed (self, list, targets);
  return targets->len > 0;
}

void
sf_compose_area_targets (SfComposer *self, SfKeyArea *area)
{
  SfBlock *list = sf_block_new_list (FALSE);

  if (!sf_compose_list_area_targets (self, area, list))
    {
      sf_block_free (list);
      return;
    }
  sf_document_add_heading (self->document, 3, _ ("Targets"), NULL)->in_contents = FALSE;
  sf_document_add (self->document, list);
}
