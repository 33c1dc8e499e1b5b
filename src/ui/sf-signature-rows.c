/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-signature-rows.h"

#include "base/sf-date.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-performance-ask.h"
#include "ui/sf-pile.h"
#include "ui/sf-said-side.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *text;
  GtkWidget *reason; /* why it cannot be signed */
  GtkWidget *sign;
  GtkWidget *take_back;
} Row;

struct _SfSignatureRows
{
  GtkBox parent_instance;

  SfContext *context;
  SfPerformanceRecord *record;
  gboolean final;
  Row rows[2]; /* the person's, the reviewer's */
};

G_DEFINE_FINAL_TYPE (SfSignatureRows, sf_signature_rows, GTK_TYPE_BOX)

char *
sf_signature_to_text (const SfPerformance *said, gboolean final, gboolean reviewer)
{
  /* where the name stands; the day is the next */
  SfPerformanceField by
      = (final ? SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY : SF_PERFORMANCE_SET_PERSON_SIGNED_BY)
        + (reviewer ? 2 : 0);
  const char *name = sf_performance_get (said, by);
  g_autofree char *day = name != NULL ? sf_date_format (sf_performance_get (said, by + 1)) : NULL;

  /* Translators: a name, and a day */
  return name != NULL ? g_strdup_printf (_ ("Signed by %s on %s."), name, day) : NULL;
}

static guint
find_row (SfSignatureRows *self, GtkWidget *button)
{
  return button == self->rows[1].sign || button == self->rows[1].take_back ? 1 : 0;
}

static void
on_sign_cb (GtkWidget *button, SfSignatureRows *self)
{
  if (self->record != NULL)
    sf_performance_ask_sign (button, self->context, self->record, self->final,
                             find_row (self, button) == 1);
}

static void
on_take_back_cb (GtkWidget *button, SfSignatureRows *self)
{
  if (self->record != NULL)
    sf_performance_ask_take_back (button, self->context, self->record, self->final,
                                  find_row (self, button) == 1);
}

/* Whether the signature is whose who has the record open. */
static gboolean
may_sign (SfSignatureRows *self, guint nth)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);

  return sf_performance_may_sign (sf_workbook_get_opener (workbook, self->record), nth == 1);
}

/* Why it cannot be signed now: tried on a copy. (transfer full) (nullable) */
static char *
find_reason (SfSignatureRows *self, guint nth, const SfPerformance *said)
{
  g_autoptr (SfPerformance) trial = sf_performance_copy (said);
  g_autoptr (GError) error = NULL;

  if (!sf_performance_sign (trial, self->final, nth == 1, "x", sf_context_get_today (self->context),
                            &error))
    return g_strdup (error->message);
  return may_sign (self, nth) ? NULL : sf_said_side_explain (self->record, nth == 1, TRUE);
}

static void
show_row (SfSignatureRows *self, guint nth, const SfPerformance *said)
{
  Row *row = &self->rows[nth];
  gboolean can_edit = sf_context_can_edit (self->context);
  const char *who = nth == 1 ? sf_performance_record_get_reviewer (self->record)
                             : sf_performance_record_get_person (self->record);
  g_autofree char *text = sf_signature_to_text (said, self->final, nth == 1);
  gboolean is_signed = text != NULL;
  g_autofree char *reason = is_signed ? NULL : find_reason (self, nth, said);
  g_autofree char *sign = NULL, *back = NULL;

  if (!is_signed)
    text = g_strdup_printf (_ ("%s has not signed yet."), who);
  sf_part_set_text (row->text, text);
  sf_part_set_text (row->reason, reason);
  gtk_widget_set_visible (row->reason, reason != NULL && can_edit);
  gtk_widget_set_visible (row->take_back, is_signed && may_sign (self, nth));
  /* who has just signed stays where they are */
  if (is_signed && gtk_widget_is_focus (row->sign))
    gtk_widget_grab_focus (row->take_back);
  gtk_widget_set_visible (row->sign, !is_signed);
  gtk_widget_set_sensitive (row->sign, can_edit && reason == NULL);
  gtk_widget_set_sensitive (row->take_back, can_edit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->sign), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
  sign = g_strdup_printf (self->final ? _ ("Sign the review as %s")
                                      : _ ("Sign the objectives as %s"),
                          who);
  back = g_strdup_printf (_ ("Take back: %s"), text);
  sf_part_set_name (row->sign, sign);
  sf_part_set_name (row->take_back, back);
}

void
sf_signature_rows_show (SfSignatureRows *self,
                        SfPerformanceRecord *record,
                        const SfPerformance *said)
{
  g_return_if_fail (SF_IS_SIGNATURE_ROWS (self));

  g_set_object (&self->record, record);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    if (said != NULL)
      show_row (self, i, said);
    else
      {
        sf_part_set_text (self->rows[i].text, NULL);
        sf_part_set_text (self->rows[i].reason, NULL);
      }
}

static void
build_row (SfSignatureRows *self, guint nth)
{
  Row *row = &self->rows[nth];
  GtkWidget *line = sf_line_new (12);
  GtkWidget *words = sf_pile_new (2);

  row->text = sf_part_row_label (NULL, NULL);
  row->reason = sf_part_row_label (NULL, "sf-row-subtitle");
  row->sign = gtk_button_new_with_label (_ ("Sign"));
  row->take_back = gtk_button_new_with_label (_ ("Take back"));
  gtk_widget_add_css_class (row->take_back, "flat");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), row->text);
  gtk_box_append (GTK_BOX (words), row->reason);
  for (GtkWidget **button = (GtkWidget *[]){ row->sign, row->take_back, NULL }; *button != NULL;
       button++)
    {
      gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (*button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    }
  g_signal_connect (row->sign, "clicked", G_CALLBACK (on_sign_cb), self);
  g_signal_connect (row->take_back, "clicked", G_CALLBACK (on_take_back_cb), self);
  sf_line_append (SF_LINE (line), words);
  sf_line_append (SF_LINE (line), row->sign);
  sf_line_append (SF_LINE (line), row->take_back);
  gtk_box_append (GTK_BOX (self), line);
}

static void
sf_signature_rows_dispose (GObject *object)
{
  SfSignatureRows *self = SF_SIGNATURE_ROWS (object);

  g_clear_object (&self->record);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_signature_rows_parent_class)->dispose (object);
}

static void
sf_signature_rows_class_init (SfSignatureRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_signature_rows_dispose;
}

static void
sf_signature_rows_init (SfSignatureRows *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

GtkWidget *
sf_signature_rows_new (SfContext *context, gboolean final)
{
  SfSignatureRows *self = g_object_new (SF_TYPE_SIGNATURE_ROWS, NULL);

  self->context = g_object_ref (context);
  self->final = final;
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    build_row (self, i);
  return GTK_WIDGET (self);
}
