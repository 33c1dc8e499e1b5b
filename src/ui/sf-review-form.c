/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-review-form.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"
#include "ui/sf-prose-view.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _SfReviewForm
{
  GtkBox parent_instance;

  SfContext *context;
  SfRecord *subject;
  SfVocabulary vocabulary; /* how it goes */
  GtkWidget *date;
  GtkWidget *value_label;
  GtkWidget *value;
  GtkWidget *status;
  GtkWidget *comment;
  GtkWidget *by;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (SfReviewForm, sf_review_form, GTK_TYPE_BOX)

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
show_note (SfReviewForm *self, const char *text, GtkWidget *where)
{
  sf_part_set_text (self->note, text);
  gtk_widget_set_visible (self->note, text != NULL);
  if (where != NULL)
    gtk_widget_grab_focus (where);
}

static gboolean
read_value (SfReviewForm *self, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));

  *value = NAN;
  return sf_text_is_blank (text) || sf_text_parse_number (text, value);
}

static const char *
read_status (SfReviewForm *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  return n == 0 || n == GTK_INVALID_LIST_POSITION
             ? NULL
             : sf_vocabulary_get_nth_id (self->vocabulary, n - 1);
}

static gboolean
add_review (SfReviewForm *self, const char *date, double value, const char *comment, GError **error)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  const char *by = gtk_editable_get_text (GTK_EDITABLE (self->by));

  if (SF_IS_ACTION (self->subject))
    return sf_workbook_review_action (workbook, SF_ACTION (self->subject), date, read_status (self),
                                      comment, by, NULL, error);
  return sf_workbook_add_review (workbook, SF_TARGET (self->subject), date, value,
                                 read_status (self), comment, by, NULL, error);
}

static void
on_add_cb (SfReviewForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *comment = NULL, *date = NULL;
  double value;

  date = sf_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), &error);
  if (date == NULL)
    {
      show_note (self, error->message, self->date);
      return;
    }
  if (!read_value (self, &value))
    {
      show_note (self, _ ("The value is a number, like 34 or 12.5."), self->value);
      return;
    }
  comment = sf_prose_view_dup_text (SF_PROSE_VIEW (self->comment));
  if (isnan (value) && read_status (self) == NULL && sf_text_is_blank (comment))
    {
      if (SF_IS_ACTION (self->subject))
        show_note (self, _ ("Give a status or a comment."), self->status);
      else
        show_note (self, _ ("Give a value, a status or a comment."), self->value);
      return;
    }
  if (!add_review (self, date, value, comment, &error))
    {
      show_note (self, error->message, self->date);
      return;
    }
  sf_context_say (self->context, _ ("The review was added."), TRUE);
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_cancel_cb (SfReviewForm *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

void
sf_review_form_start (SfReviewForm *self, SfRecord *subject)
{
  SfContributor *writer = sf_workbook_get_writer (sf_context_get_workbook (self->context));
  const char *unit = SF_IS_TARGET (subject) ? sf_target_get_unit (SF_TARGET (subject)) : NULL;
  g_autofree char *today = sf_date_format (sf_context_get_today (self->context));
  g_autofree char *label
      = unit != NULL ? g_strdup_printf (_ ("_Value (%s)"), unit) : g_strdup (_ ("_Value"));

  g_return_if_fail (SF_IS_REVIEW_FORM (self));

  g_set_object (&self->subject, subject);
  gtk_widget_set_visible (self->value_label, SF_IS_TARGET (subject));
  gtk_widget_set_visible (self->value, SF_IS_TARGET (subject));
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->value_label), label);
  gtk_editable_set_text (GTK_EDITABLE (self->value), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), 0);
  sf_prose_view_set_text (SF_PROSE_VIEW (self->comment), "");
  gtk_editable_set_text (GTK_EDITABLE (self->by),
                         writer != NULL ? sf_contributor_get_name (writer) : "");
  show_note (self, NULL, NULL);
  gtk_widget_grab_focus (self->date);
}

static GtkWidget *
append_labelled (SfReviewForm *self, const char *label, GtkWidget *control)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "sf-form-label");
  sf_part_set_labelled_by (control, text);
  gtk_box_append (GTK_BOX (self), text);
  gtk_box_append (GTK_BOX (self), control);
  return text;
}

static GtkWidget *
create_status (SfVocabulary vocabulary)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("Not said"));
  for (guint i = 0; i < sf_vocabulary_get_n_terms (vocabulary); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (vocabulary, i));
  return sf_drop_down_new (words);
}

static GtkWidget *
create_buttons (SfReviewForm *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add this review"));
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  gtk_widget_add_css_class (add, "suggested-action");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel_cb), self);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_widget_set_margin_top (buttons, 6);
  return buttons;
}

static void
build (SfReviewForm *self)
{
  self->date = gtk_entry_new ();
  append_labelled (self, _ ("D_ate"), self->date);
  self->value = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->value), GTK_INPUT_PURPOSE_NUMBER);
  self->value_label = append_labelled (self, _ ("_Value"), self->value);
  self->status = create_status (self->vocabulary);
  append_labelled (self, _ ("How _it goes"), self->status);
  self->comment = sf_prose_view_new ();
  sf_prose_view_set_placeholder (SF_PROSE_VIEW (self->comment),
                                 _ ("What has happened, and what comes next?"));
  append_labelled (self, _ ("Co_mment"), self->comment);
  self->by = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->by), SF_TEXT_MAX_LINE);
  append_labelled (self, _ ("Reviewed b_y"), self->by);
  self->note = sf_part_label (NULL, "error");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (self), self->note);
  gtk_box_append (GTK_BOX (self), create_buttons (self));
  for (GtkWidget **entry = (GtkWidget *[]){ self->date, self->value, self->by, NULL };
       *entry != NULL; entry++)
    g_signal_connect_swapped (*entry, "activate", G_CALLBACK (on_add_cb), self);
}

static void
sf_review_form_dispose (GObject *object)
{
  SfReviewForm *self = SF_REVIEW_FORM (object);

  g_clear_object (&self->subject);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_review_form_parent_class)->dispose (object);
}

static void
sf_review_form_class_init (SfReviewFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_review_form_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
sf_review_form_init (SfReviewForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sf-card-form");
}

GtkWidget *
sf_review_form_new (SfContext *context, SfVocabulary vocabulary)
{
  SfReviewForm *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_REVIEW_FORM, NULL);
  self->context = g_object_ref (context);
  self->vocabulary = vocabulary;
  build (self);
  return GTK_WIDGET (self);
}
