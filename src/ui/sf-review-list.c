/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-review-list.h"

#include "ui/sf-parts.h"
#include "ui/sf-review-form.h"
#include "ui/sf-string.h"

#include <glib/gi18n-lib.h>

struct _SfReviewList
{
  GtkBox parent_instance;

  SfContext *context;
  const SfReviewKind *kind;
  SfRecord *subject;
  GtkWidget *rows;
  GtkWidget *none;
  GtkWidget *open_form;
  GtkWidget *form;
  char *shown;
};

G_DEFINE_FINAL_TYPE (SfReviewList, sf_review_list, GTK_TYPE_BOX)

static void
on_remove_clicked_cb (GtkWidget *button, SfReviewList *self)
{
  gpointer review = g_object_get_data (G_OBJECT (button), "sf-review");
  GError *error = NULL;
  gboolean ok = self->kind->remove (sf_context_get_workbook (self->context), review, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The review was removed."), TRUE);
}

static char *
describe_comment (SfReviewList *self, gpointer review)
{
  const char *comment = self->kind->get_comment (review), *by = self->kind->get_by (review);

  if (comment != NULL && by != NULL)
    return g_strdup_printf ("%s (%s)", comment, by);
  return g_strdup (comment != NULL ? comment : by);
}

static GtkWidget *
create_row (SfReviewList *self, gpointer review, gboolean can_edit)
{
  g_autofree char *title = self->kind->describe (self->subject, review);
  g_autofree char *subtitle = describe_comment (self, review);
  g_autofree char *name = g_strdup_printf (_ ("Remove the review: %s"), title);
  GtkWidget *remove = sf_part_icon_button ("user-trash-symbolic", name);
  GtkWidget *row;

  g_object_set_data_full (G_OBJECT (remove), "sf-review", g_object_ref (review), g_object_unref);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
  gtk_widget_set_sensitive (remove, can_edit);
  row = sf_part_row (title, subtitle, remove);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* All that the rows say, so that they are made anew only if they say something else. */
static char *
dup_state (SfReviewList *self, GPtrArray *reviews, gboolean can_edit)
{
  GString *state = g_string_new (can_edit ? "1" : "0");

  for (guint i = 0; i < reviews->len; i++)
    {
      g_autofree char *title = self->kind->describe (self->subject, reviews->pdata[i]);
      g_autofree char *comment = describe_comment (self, reviews->pdata[i]);

      g_string_append_printf (state, "\n%p %s\t%s", reviews->pdata[i], title,
                              comment != NULL ? comment : "");
    }
  return g_string_free (state, FALSE);
}

static void
update_rows (SfReviewList *self, GPtrArray *reviews, gboolean can_edit)
{
  g_autofree char *state = dup_state (self, reviews, can_edit);
  gboolean had_focus = gtk_widget_get_focus_child (self->rows) != NULL;

  if (!sf_string_set (&self->shown, state))
    return;
  sf_part_clear (self->rows);
  for (guint i = 0; i < reviews->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), create_row (self, reviews->pdata[i], can_edit));
  gtk_widget_set_visible (self->rows, reviews->len > 0);
  gtk_widget_set_visible (self->none, reviews->len == 0);
  if (had_focus)
    gtk_widget_grab_focus (self->open_form);
}

static void
show_form (SfReviewList *self, gboolean visible)
{
  gtk_widget_set_visible (self->form, visible);
  gtk_widget_set_visible (self->open_form, !visible);
}

static void
on_open_form_clicked_cb (SfReviewList *self)
{
  show_form (self, TRUE);
  sf_review_form_start (SF_REVIEW_FORM (self->form), self->subject);
}

static void
on_form_done_cb (SfReviewList *self)
{
  show_form (self, FALSE);
  gtk_widget_grab_focus (self->open_form);
}

void
sf_review_list_show (SfReviewList *self, gpointer subject, GPtrArray *reviews, gboolean can_edit)
{
  g_return_if_fail (SF_IS_REVIEW_LIST (self));

  if (g_set_object (&self->subject, subject))
    show_form (self, FALSE);
  if (subject == NULL)
    return;
  gtk_widget_set_sensitive (self->open_form, can_edit);
  update_rows (self, reviews, can_edit);
}

static void
sf_review_list_dispose (GObject *object)
{
  SfReviewList *self = SF_REVIEW_LIST (object);

  g_clear_object (&self->subject);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_review_list_parent_class)->dispose (object);
}

static void
sf_review_list_class_init (SfReviewListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_review_list_dispose;
}

static void
sf_review_list_init (SfReviewList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
build (SfReviewList *self)
{
  self->rows = sf_part_rows (_ ("Reviews"));
  self->none = sf_part_label (_ (self->kind->nobody), "sf-nothing");
  gtk_widget_add_css_class (self->none, "dim-label");
  self->open_form = sf_part_button ("list-add-symbolic", _ ("Add a re_view"));
  gtk_widget_add_css_class (self->open_form, "flat");
  gtk_widget_add_css_class (self->open_form, "sf-card-action");
  g_signal_connect_swapped (self->open_form, "clicked", G_CALLBACK (on_open_form_clicked_cb), self);
  self->form = sf_review_form_new (self->context, self->kind->vocabulary);
  gtk_widget_set_visible (self->form, FALSE);
  g_signal_connect_swapped (self->form, "done", G_CALLBACK (on_form_done_cb), self);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->none);
  gtk_box_append (GTK_BOX (self), self->open_form);
  gtk_box_append (GTK_BOX (self), self->form);
}

GtkWidget *
sf_review_list_new (SfContext *context, const SfReviewKind *kind)
{
  SfReviewList *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_REVIEW_LIST, NULL);
  self->context = g_object_ref (context);
  self->kind = kind;
  build (self);
  return GTK_WIDGET (self);
}
