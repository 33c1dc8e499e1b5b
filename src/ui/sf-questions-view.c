/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-questions-view.h"

#include "base/sf-text.h"
#include "model/sf-outcome-published.h"
#include "model/sf-question.h"
#include "ui/sf-parts.h"
#include "ui/sf-question-row.h"

#include <glib/gi18n-lib.h>

struct _SfQuestionsView
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *intro;
  GtkWidget *rows;
  GtkWidget *left_out;
  GPtrArray *outcomes; /* of SfPublished: what is decided of figures takes its time; NULL: anew */
  GHashTable *by_id;   /* id of a question → its row, borrowed */
};

G_DEFINE_FINAL_TYPE (SfQuestionsView, sf_questions_view, GTK_TYPE_BOX)

/* Rows stay with their question, so that what is being typed and the focus stay. */
static void
update_rows (SfQuestionsView *self, GPtrArray *questions)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->by_id);
  GtkWidget *last = NULL;
  GHashTableIter iter;
  gpointer row;

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      char *id = sf_question_get_id (questions->pdata[i]);
      GtkWidget *one = g_hash_table_lookup (before, id);

      if (one == NULL)
        {
          one = sf_question_row_new (self->context);
          gtk_box_append (GTK_BOX (self->rows), one);
        }
      else
        g_hash_table_remove (before, id);
      if (gtk_widget_get_prev_sibling (one) != last)
        gtk_box_reorder_child_after (GTK_BOX (self->rows), one, last);
      last = one;
      g_hash_table_insert (self->by_id, id, one);
      sf_question_row_show (SF_QUESTION_ROW (one), questions->pdata[i], i + 1);
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_box_remove (GTK_BOX (self->rows), row);
}

/* What is asked of nobody, and why; what was answered and is not asked any more. */
static char *
tell_left_out (SfModel *model, SfEvaluation *evaluation, GPtrArray *questions)
{
  g_autoptr (GPtrArray) areas = sf_question_list_not_agreed (model, evaluation);
  g_autoptr (GPtrArray) unasked = sf_question_list_unasked (model, evaluation, questions);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < areas->len; i++)
    g_ptr_array_add (titles, (gpointer)sf_key_area_get_title (areas->pdata[i]));
  g_ptr_array_add (titles, NULL);
  if (areas->len > 0)
    {
      g_autofree char *names = sf_text_join_and ((const char *const *)titles->pdata);

      g_string_append_printf (
          text, _ ("Nothing is asked on judgements whose key area has no agreed grade yet: %s."),
          names);
    }
  for (guint i = 0; i < unasked->len; i++)
    g_string_append_printf (
        text, _ ("%sAn answer is kept to a question that is not asked any more: “%s”"),
        text->len > 0 ? "\n" : "", sf_question_decision_get_answer (unasked->pdata[i]));
  return g_string_free (text, FALSE);
}

void
sf_questions_view_refresh (SfQuestionsView *self)
{
  SfModel *model;
  SfEvaluation *evaluation;
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SF_IS_QUESTIONS_VIEW (self));

  model = sf_context_get_model (self->context);
  evaluation = sf_context_get_evaluation (self->context);
  if (evaluation == NULL)
    return;
  if (self->outcomes == NULL)
    self->outcomes = sf_published_list (model, evaluation);
  questions
      = sf_question_list (model, evaluation, self->outcomes, sf_context_get_today (self->context));
  update_rows (self, questions);
  text = tell_left_out (model, evaluation, questions);
  sf_part_set_text (self->intro,
                    questions->len > 0
                        ? _ ("The report asks these, each with its ground. They are drawn from "
                             "agreed judgements, the centre’s targets and outcome data, never of a "
                             "person. You may answer beforehand, and the paper shows both; or "
                             "withdraw one, and the paper says that one was.")
                        : _ ("There is nothing to ask yet. Questions are drawn from agreed "
                             "judgements, the centre’s targets and outcome data."));
  sf_part_set_text (self->left_out, text);
  gtk_widget_set_visible (self->left_out, *text != '\0');
}

/* Figures that changed, or go, are read anew. */
static void
on_touched_cb (SfQuestionsView *self, SfRecord *record)
{
  if (SF_IS_READING (record) || SF_IS_MEASURE (record) || SF_IS_FAMILY_GROUP (record)
      || SF_IS_EVALUATION (record))
    g_clear_pointer (&self->outcomes, g_ptr_array_unref);
}

static void
sf_questions_view_dispose (GObject *object)
{
  g_clear_pointer (&SF_QUESTIONS_VIEW (object)->outcomes, g_ptr_array_unref);
  g_clear_object (&SF_QUESTIONS_VIEW (object)->context);
  G_OBJECT_CLASS (sf_questions_view_parent_class)->dispose (object);
}

static void
sf_questions_view_finalize (GObject *object)
{
  g_hash_table_unref (SF_QUESTIONS_VIEW (object)->by_id);
  G_OBJECT_CLASS (sf_questions_view_parent_class)->finalize (object);
}

static void
sf_questions_view_class_init (SfQuestionsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_questions_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_questions_view_finalize;
}

static void
sf_questions_view_init (SfQuestionsView *self)
{
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->intro = sf_part_label (NULL, NULL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->left_out = sf_part_label (NULL, "dim-label");
  gtk_box_append (GTK_BOX (self), self->intro);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->left_out);
}

GtkWidget *
sf_questions_view_new (SfContext *context)
{
  SfQuestionsView *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_QUESTIONS_VIEW, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (sf_context_get_model (context), "touched", G_CALLBACK (on_touched_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
