/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-question-row.h"

#include "ui/sf-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-prose-view.h"
#include "ui/sf-said-field.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>

struct _SfQuestionRow
{
  GtkBox parent_instance;

  SfContext *context;
  SfQuestion *question; /* a copy */
  SfUuid about;         /* the record that it is about */
  GtkWidget *text;
  GtkWidget *ground;
  GtkWidget *go;
  GtkWidget *stale;
  GtkWidget *keep; /* in it: the answer is still one */
  GtkWidget *answer;
  GtkWidget *withdraw;
  GtkWidget *form; /* why it is withdrawn */
  GtkWidget *reason;
  GtkWidget *note;
  GtkWidget *withdrawn;
  GtkWidget *withdrawn_text;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (SfQuestionRow, sf_question_row, GTK_TYPE_BOX)

static SfWorkbook *
get_workbook (SfQuestionRow *self)
{
  return sf_context_get_workbook (self->context);
}

static SfEvaluation *
get_evaluation (SfQuestionRow *self)
{
  return sf_context_get_evaluation (self->context);
}

/* --- what happens -------------------------------------------------------------------------------
 */

static gboolean
write_answer (SfSaidField *field, const char *text, gpointer data, GError **error)
{
  SfQuestionRow *self = data;

  return sf_workbook_answer_question (get_workbook (self), get_evaluation (self), self->question,
                                      text, error);
}

static void
on_keep_cb (SfQuestionRow *self)
{
  g_autofree char *text = sf_said_field_dup_text (SF_SAID_FIELD (self->answer));
  GError *error = NULL;
  gboolean ok = sf_workbook_answer_question (get_workbook (self), get_evaluation (self),
                                             self->question, text, &error);

  gtk_widget_grab_focus (self->go);
  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The answer goes with the question again."), TRUE);
}

static void
on_go_cb (SfQuestionRow *self)
{
  sf_context_go_record (self->context,
                        sf_model_find (sf_context_get_model (self->context), &self->about));
}

static void
show_form (SfQuestionRow *self, gboolean visible)
{
  gtk_widget_set_visible (self->form, visible);
  gtk_widget_set_visible (self->note, FALSE);
}

static void
on_open_withdraw_cb (SfQuestionRow *self)
{
  sf_said_field_commit (SF_SAID_FIELD (self->answer));
  show_form (self, TRUE);
  sf_prose_view_set_text (SF_PROSE_VIEW (self->reason), "");
  gtk_widget_grab_focus (self->reason);
}

static void
on_ask_cb (SfQuestionRow *self)
{
  show_form (self, FALSE);
  gtk_widget_grab_focus (self->withdraw);
}

static void
on_withdraw_cb (SfQuestionRow *self)
{
  g_autofree char *reason = sf_prose_view_dup_text (SF_PROSE_VIEW (self->reason));
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_withdraw_question (get_workbook (self), get_evaluation (self), self->question,
                                      reason, &error))
    {
      sf_part_set_text (self->note, error->message);
      gtk_widget_set_visible (self->note, TRUE);
      gtk_widget_grab_focus (self->reason);
      return;
    }
  /* what had the focus goes */
  gtk_widget_grab_focus (self->go);
  show_form (self, FALSE);
  sf_context_say (self->context, _ ("The question is withdrawn. The paper says that one was."),
                  TRUE);
}

static void
on_restore_cb (SfQuestionRow *self)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_restore_question (get_workbook (self), get_evaluation (self),
                                              self->question, &error);

  gtk_widget_grab_focus (self->go);
  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The question is asked again."), TRUE);
}

/* --- what it shows ------------------------------------------------------------------------------
 */

static void
show_decision (SfQuestionRow *self, SfQuestion *question)
{
  gboolean can_edit = sf_context_can_edit (self->context);
  gboolean withdrawn = sf_question_is_withdrawn (question);
  g_autofree char *why = NULL;

  if (withdrawn)
    why = g_strdup_printf (_ ("Withdrawn: %s"),
                           sf_question_decision_get_withdrawn (question->decision));
  sf_part_set_text (self->withdrawn_text, why);
  sf_said_field_show (SF_SAID_FIELD (self->answer), sf_question_get_answer (question),
                      can_edit && !withdrawn);
  gtk_widget_set_visible (self->stale, sf_question_is_stale (question) && !withdrawn);
  gtk_widget_set_visible (self->withdraw, !withdrawn);
  gtk_widget_set_visible (self->withdrawn, withdrawn);
  if (withdrawn)
    show_form (self, FALSE);
  gtk_widget_set_sensitive (self->keep, can_edit);
  gtk_widget_set_sensitive (self->withdraw, can_edit);
  gtk_widget_set_sensitive (self->form, can_edit);
  gtk_widget_set_sensitive (self->restore, can_edit);
}

/* Of buttons that say the same in every row. */
static void
name_button (GtkWidget *button, const char *format, const char *question)
{
  g_autofree char *name = g_strdup_printf (format, question);

  sf_part_set_name (button, name);
}

void
sf_question_row_show (SfQuestionRow *self, SfQuestion *question, guint number)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SF_IS_QUESTION_ROW (self));

  text = g_strdup_printf ("%u  %s", number, question->text);
  g_clear_pointer (&self->question, sf_question_free);
  self->question = sf_question_copy (question);
  self->about = *sf_record_get_uuid (question->record);
  sf_part_set_text (self->text, text);
  sf_part_set_text (self->ground, question->ground);
  sf_said_field_set_about (SF_SAID_FIELD (self->answer), question->text);
  name_button (self->go, _ ("Show what it is about: %s"), question->text);
  name_button (self->withdraw, _ ("Withdraw the question: %s"), question->text);
  name_button (self->restore, _ ("Ask it after all: %s"), question->text);
  name_button (self->keep, _ ("The answer still holds: %s"), question->text);
  show_decision (self, question);
}

/* --- building -----------------------------------------------------------------------------------
 */

static GtkWidget *
append_button (SfQuestionRow *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = sf_button_new (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_form (SfQuestionRow *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = sf_part_label (_ ("Why it is withdrawn"), "sf-form-label");
  GtkWidget *withdraw;

  self->reason = sf_prose_view_new ();
  sf_prose_view_set_placeholder (SF_PROSE_VIEW (self->reason),
                                 _ ("For the centre alone: the paper says only that a question was "
                                    "withdrawn"));
  sf_part_set_labelled_by (self->reason, label);
  self->note = sf_part_label (NULL, "error");
  withdraw
      = append_button (self, buttons, _ ("Withdraw this question"), G_CALLBACK (on_withdraw_cb));
  gtk_widget_add_css_class (withdraw, "suggested-action");
  append_button (self, buttons, _ ("Ask it"), G_CALLBACK (on_ask_cb));
  gtk_widget_set_margin_top (buttons, 6);
  for (GtkWidget **child = (GtkWidget *[]){ label, self->reason, self->note, buttons, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (form), *child);
  return form;
}

static GtkWidget *
create_line (GtkWidget **text, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  *text = sf_part_row_label (words, NULL);
  gtk_widget_set_hexpand (*text, TRUE);
  gtk_box_append (GTK_BOX (line), *text);
  return line;
}

static void
build (SfQuestionRow *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text;

  gtk_widget_add_css_class (body, "sf-card-form");
  self->text = sf_part_label (NULL, "heading");
  self->ground = sf_part_label (NULL, "sf-row-subtitle");
  gtk_box_append (GTK_BOX (words), self->text);
  gtk_box_append (GTK_BOX (words), self->ground);
  self->stale = create_line (&text, _ ("This answer was given when the ground was another one. It "
                                       "is not printed until you change it, or say that it still "
                                       "holds."));
  self->keep = append_button (self, self->stale, _ ("It still holds"), G_CALLBACK (on_keep_cb));
  gtk_widget_set_valign (self->keep, GTK_ALIGN_CENTER);
  self->answer = sf_said_field_new (self->context, _ ("Answer beforehand"), SF_PERFORMANCE_PROSE);
  sf_said_field_set_func (SF_SAID_FIELD (self->answer), write_answer, self);
  self->withdrawn = create_line (&self->withdrawn_text, NULL);
  self->restore
      = append_button (self, self->withdrawn, _ ("Ask it after all"), G_CALLBACK (on_restore_cb));
  gtk_widget_set_valign (self->restore, GTK_ALIGN_CENTER);
  self->form = create_form (self);
  self->go = append_button (self, buttons, _ ("Show what it is about"), G_CALLBACK (on_go_cb));
  self->withdraw = append_button (self, buttons, _ ("Withdraw…"), G_CALLBACK (on_open_withdraw_cb));
  for (GtkWidget **child = (GtkWidget *[]){ words, self->stale, self->answer, self->withdrawn,
                                            self->form, buttons, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (body), *child);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
  show_form (self, FALSE);
}

static void
sf_question_row_dispose (GObject *object)
{
  SfQuestionRow *self = SF_QUESTION_ROW (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_question_row_parent_class)->dispose (object);
}

static void
sf_question_row_finalize (GObject *object)
{
  g_clear_pointer (&SF_QUESTION_ROW (object)->question, sf_question_free);
  G_OBJECT_CLASS (sf_question_row_parent_class)->finalize (object);
}

static void
sf_question_row_class_init (SfQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_question_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_question_row_finalize;
}

static void
sf_question_row_init (SfQuestionRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_question_row_new (SfContext *context)
{
  SfQuestionRow *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_QUESTION_ROW, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
