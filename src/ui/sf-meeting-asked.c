/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-meeting-asked.h"

#include "base/sf-text.h"
#include "model/sf-meeting-year.h"
#include "model/sf-target-status.h"
#include "ui/sf-chooser.h"
#include "ui/sf-open-rows.h"
#include "ui/sf-parts.h"
#include "ui/sf-statement-chooser.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_PROSE, SF_CHALLENGE_QUESTION, N_ ("_Question") },
  { SF_FIELD_LINE, SF_CHALLENGE_OFFICE, N_ ("Aske_d by"), FALSE,
    N_ ("An office: a parent governor, the chair") },
  { SF_FIELD_LINE, SF_CHALLENGE_MINUTE, N_ ("N_umber in the minutes"), TRUE },
  { SF_FIELD_PROSE, SF_CHALLENGE_REPLY, N_ ("Rep_ly") },
  { SF_FIELD_DATE, SF_CHALLENGE_ANSWERED_ON, N_ ("Answered o_n") },
  { SF_FIELD_PROSE, SF_CHALLENGE_CHANGED, N_ ("What chan_ged because of it"), FALSE,
    N_ ("The next report tells it") },
};

struct _SfMeetingAsked
{
  GtkBox parent_instance;

  SfContext *context;
  SfMeeting *meeting;
  GtkWidget *rows;
  GtkWidget *about;
  GtkWidget *statement;
  GtkWidget *target;
};

G_DEFINE_FINAL_TYPE (SfMeetingAsked, sf_meeting_asked, GTK_TYPE_BOX)

static void
describe (gpointer record, char **title, char **subtitle, gpointer data)
{
  const char *office = sf_challenge_get_office (record);
  g_autofree char *who = office != NULL ? sf_text_upper_first (office) : NULL;
  const char *state = sf_challenge_is_open (record) ? _ ("No reply yet")
                      : sf_text_is_blank (sf_challenge_get_changed (record))
                          ? _ ("Answered")
                          : _ ("Answered; something changed");

  *title = sf_text_first_line (sf_challenge_get_question (record), 200);
  *subtitle = who != NULL ? g_strdup_printf ("%s · %s", who, state) : g_strdup (state);
}

static gboolean
add (const char *text, SfUuid *uuid, gpointer data, GError **error)
{
  SfMeetingAsked *self = data;

  return sf_workbook_add_challenge (sf_context_get_workbook (self->context), self->meeting, text,
                                    NULL, uuid, error);
}

static gboolean
take_away (gpointer record, gpointer data, GError **error)
{
  SfMeetingAsked *self = data;

  return sf_workbook_remove_challenge (sf_context_get_workbook (self->context), record, error);
}

static const SfOpenRowsKind kind = {
  .heading = N_ ("What the committee asked"),
  .nothing = N_ ("Nothing is noted yet. The next report tells what was asked, what was replied and "
                 "what changed because of it."),
  .add_label = N_ ("Add a _question"),
  .add_question = N_ ("What was asked?"),
  .remove_name = N_ ("Remove the question: %s"),
  .removed = N_ ("The question was removed."),
  .items = items,
  .n_items = G_N_ELEMENTS (items),
  .first_column = SF_CHALLENGE_OFFICE,
  .describe = describe,
  .add = add,
  .remove = take_away,
};

/* --- what it is about ---------------------------------------------------------------------------
 */

static SfChallenge *
get_open (SfMeetingAsked *self)
{
  return sf_open_rows_get_open (SF_OPEN_ROWS (self->rows));
}

static SfTarget *
get_target (SfMeetingAsked *self, SfChallenge *challenge)
{
  return sf_model_find (sf_context_get_model (self->context), sf_challenge_get_target (challenge));
}

static void
tie (SfMeetingAsked *self, SfChallenge *challenge, const char *code, SfTarget *target)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_tie_challenge (sf_context_get_workbook (self->context), challenge, code,
                                           target, &error);

  sf_context_check (self->context, ok, error);
}

static void
on_statement_cb (SfChooser *chooser, const char *code, SfMeetingAsked *self)
{
  SfChallenge *challenge = get_open (self);

  if (challenge != NULL)
    tie (self, challenge, code, get_target (self, challenge));
}

static void
on_target_cb (SfChooser *chooser, const char *key, SfMeetingAsked *self)
{
  SfChallenge *challenge = get_open (self);
  SfUuid uuid;
  SfTarget *target = key != NULL && sf_uuid_parse (key, &uuid)
                         ? sf_model_find (sf_context_get_model (self->context), &uuid)
                         : NULL;

  if (challenge != NULL)
    tie (self, challenge, sf_challenge_get_statement_code (challenge), target);
}

static void
fill_targets (SfChooser *chooser, gpointer data)
{
  SfMeetingAsked *self = data;
  SfModel *model = sf_context_get_model (self->context);
  const char *today = sf_context_get_today (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  g_autoptr (GPtrArray) targets
      = evaluation != NULL ? sf_model_list_targets (model, evaluation, NULL) : g_ptr_array_new ();

  sf_chooser_clear (chooser);
  sf_chooser_append (chooser, NULL, _ ("No target"), NULL, NULL, NULL);
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *key = sf_uuid_to_string (sf_record_get_uuid (targets->pdata[i]));

      sf_chooser_append (chooser, key, sf_target_get_title (targets->pdata[i]),
                         sf_target_status_get_label (
                             sf_target_get_status (model, targets->pdata[i], today)),
                         NULL, sf_target_get_title (targets->pdata[i]));
    }
}

/* "About Working with fathers, and the target More fathers" */
static void
update_about (SfMeetingAsked *self)
{
  SfChallenge *challenge = get_open (self);
  SfEvaluation *evaluation
      = challenge != NULL && self->meeting != NULL
            ? sf_meeting_find_evaluation (sf_context_get_model (self->context), self->meeting)
            : NULL;
  SfFramework *framework
      = evaluation != NULL
            ? sf_model_get_framework (sf_context_get_model (self->context), evaluation)
            : NULL;
  const char *code = challenge != NULL ? sf_challenge_get_statement_code (challenge) : NULL;
  SfStatement *statement
      = framework != NULL && code != NULL ? sf_framework_find_statement (framework, code) : NULL;
  SfTarget *target = challenge != NULL ? get_target (self, challenge) : NULL;
  g_autofree char *text = NULL;

  if (statement != NULL && target != NULL)
    text = g_strdup_printf (_ ("About “%s” and the target “%s”"),
                            sf_statement_get_title (statement), sf_target_get_title (target));
  else if (statement != NULL)
    text = g_strdup_printf (_ ("About “%s”"), sf_statement_get_title (statement));
  else if (target != NULL)
    text = g_strdup_printf (_ ("About the target “%s”"), sf_target_get_title (target));
  sf_part_set_text (self->about, text != NULL ? text : _ ("About the centre as a whole"));
}

static GtkWidget *
create_tie (SfMeetingAsked *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->about = sf_part_label (NULL, "sf-row-subtitle");
  self->statement
      = sf_statement_chooser_new (self->context, _ ("_Statement…"), _ ("No statement"), TRUE);
  self->target = sf_chooser_new (_ ("Tar_get…"), _ ("Words of a target"), _ ("Targets"),
                                 _ ("No target has these words."), fill_targets, self, NULL);
  g_signal_connect (self->statement, "chosen", G_CALLBACK (on_statement_cb), self);
  g_signal_connect (self->target, "chosen", G_CALLBACK (on_target_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->statement);
  gtk_box_append (GTK_BOX (buttons), self->target);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* --- the object ---------------------------------------------------------------------------------
 */

void
sf_meeting_asked_show (SfMeetingAsked *self, SfMeeting *meeting)
{
  gboolean can_edit;
  g_autoptr (GPtrArray) list = NULL;

  g_return_if_fail (SF_IS_MEETING_ASKED (self));

  can_edit = !sf_workbook_get_read_only (sf_context_get_workbook (self->context));
  g_set_object (&self->meeting, meeting);
  list = meeting != NULL
             ? sf_meeting_list_challenges (sf_context_get_model (self->context), meeting)
             : g_ptr_array_new ();
  sf_open_rows_show (SF_OPEN_ROWS (self->rows), meeting, list);
  gtk_widget_set_sensitive (self->statement, can_edit);
  gtk_widget_set_sensitive (self->target, can_edit);
  update_about (self);
}

static void
sf_meeting_asked_dispose (GObject *object)
{
  SfMeetingAsked *self = SF_MEETING_ASKED (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_meeting_asked_parent_class)->dispose (object);
}

static void
sf_meeting_asked_class_init (SfMeetingAskedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_meeting_asked_dispose;
}

static void
sf_meeting_asked_init (SfMeetingAsked *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_meeting_asked_new (SfContext *context)
{
  SfMeetingAsked *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_MEETING_ASKED, NULL);
  self->context = g_object_ref (context);
  self->rows = sf_open_rows_new (context, &kind, self);
  sf_open_rows_put_under (SF_OPEN_ROWS (self->rows), create_tie (self));
  g_signal_connect_object (self->rows, "opened", G_CALLBACK (update_about), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->rows);
  return GTK_WIDGET (self);
}
