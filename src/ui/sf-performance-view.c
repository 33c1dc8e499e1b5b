/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-performance-view.h"

#include "base/sf-date.h"
#include "report/sf-compose-performance.h"
#include "ui/sf-button.h"
#include "ui/sf-chip.h"
#include "ui/sf-document-print.h"
#include "ui/sf-parts.h"
#include "ui/sf-performance-ask.h"
#include "ui/sf-performance-form.h"
#include "ui/sf-performance-readers.h"
#include "ui/sf-pile.h"
#include "ui/sf-unlock-box.h"

#include <glib/gi18n-lib.h>

struct _SfPerformanceView
{
  GtkBox parent_instance;

  SfContext *context;
  SfPerformanceRecord *record;

  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *chip;
  GtkWidget *state;
  GtkWidget *open_buttons; /* lock, print, PDF */
  GtkWidget *lock;
  GtkWidget *locked; /* the passphrase, and what belongs to it */
  GtkWidget *where;  /* what is judged of the head is written */
  GtkWidget *form;
  GtkWidget *readers;
  GtkWidget *retire;
  GtkWidget *erase;
};

G_DEFINE_FINAL_TYPE (SfPerformanceView, sf_performance_view, GTK_TYPE_BOX)

static gboolean
is_judged (SfPerformanceRecord *record)
{
  return sf_performance_record_get_evaluation (record) != NULL;
}

void
sf_performance_describe_stage (SfContext *context,
                               SfPerformanceRecord *record,
                               SfShape *shape,
                               SfTone *tone,
                               const char **text)
{
  static const struct
  {
    SfShape shape;
    SfTone tone;
  } looks[] = { [SF_PERFORMANCE_SETTING] = { SF_SHAPE_HALF_DISC, SF_TONE_WARN },
                [SF_PERFORMANCE_RUNNING] = { SF_SHAPE_DISC, SF_TONE_GOOD },
                [SF_PERFORMANCE_CLOSED] = { SF_SHAPE_TICK, SF_TONE_BEST } };
  const SfPerformance *said
      = sf_workbook_get_performance (sf_context_get_workbook (context), record, NULL);
  SfPerformanceStage stage = said != NULL ? sf_performance_get_stage (said) : 0;

  *shape = said != NULL ? looks[stage].shape : SF_SHAPE_DASH;
  *tone = said != NULL ? looks[stage].tone : SF_TONE_NONE;
  *text = said == NULL         ? _ ("Locked")
          : is_judged (record) ? _ ("Unlocked")
                               : sf_performance_stage_get_label (stage);
}

static SfWorkbook *
workbook_of (SfPerformanceView *self)
{
  return sf_context_get_workbook (self->context);
}

/* --- locking -----------------------------------------------------------------------------------
 */

static void
on_lock_cb (SfPerformanceView *self)
{
  sf_performance_form_commit (SF_PERFORMANCE_FORM (self->form));
  sf_workbook_lock_performance (workbook_of (self), self->record);
  gtk_widget_grab_focus (self->locked);
}

static void
on_unlocked_cb (SfPerformanceView *self)
{
  if (gtk_widget_get_mapped (self->lock))
    gtk_widget_grab_focus (self->lock);
}

/* --- on paper ----------------------------------------------------------------------------------
 */

static SfDocument *
make_statement (SfPerformanceView *self)
{
  const SfPerformance *said;

  if (self->record == NULL)
    return NULL;
  sf_performance_form_commit (SF_PERFORMANCE_FORM (self->form));
  said = sf_workbook_get_performance (workbook_of (self), self->record, NULL);
  return said != NULL
             ? sf_statement_of_performance_new (sf_context_get_model (self->context), self->record,
                                                said, sf_context_get_today (self->context))
             : NULL;
}

void
sf_performance_view_print (SfPerformanceView *self)
{
  g_autoptr (SfDocument) document = NULL;

  g_return_if_fail (SF_IS_PERFORMANCE_VIEW (self));

  document = make_statement (self);
  if (document != NULL)
    sf_document_print (GTK_WIDGET (self), self->context, document, _ ("Sixfold: a statement"));
}

static void
on_pdf_cb (SfPerformanceView *self)
{
  g_autoptr (SfDocument) document = make_statement (self);

  if (document != NULL)
    sf_document_save_pdf (GTK_WIDGET (self), self->context, document, _ ("Statement.pdf"));
}

/* --- off the list ------------------------------------------------------------------------------
 */

static void
on_retire_cb (SfPerformanceView *self)
{
  GError *error = NULL;
  gboolean done = sf_workbook_retire_performance (workbook_of (self), self->record, TRUE, &error);

  if (!sf_context_check (self->context, done, error))
    return;
  /* where it comes back, it is not open before whoever sits there */
  sf_workbook_lock_performance (workbook_of (self), self->record);
  sf_context_say (self->context, _ ("The record was taken off the list."), TRUE);
}

static void
on_erase_cb (SfPerformanceView *self)
{
  sf_performance_ask_erase (self->erase, self->context, self->record);
}

/* --- showing -----------------------------------------------------------------------------------
 */

static void
show_facts (SfPerformanceView *self)
{
  SfPerformanceRecord *record = self->record;
  const char *role = sf_performance_record_get_role (record);
  const char *reviewer = sf_performance_record_get_reviewer (record);
  g_autofree char *cycle = sf_date_format_period (sf_performance_record_get_starts_on (record),
                                                  sf_performance_record_get_ends_on (record));
  /* Translators: a role, a cycle, who reviews */
  g_autofree char *facts
      = is_judged (record)
            ? g_strdup_printf (_ ("What is judged of the head · %s"), cycle)
            : g_strdup_printf (_ ("%s · %s · reviewed by %s"), role != NULL ? role : "", cycle,
                               reviewer != NULL ? reviewer : "");
  const char *stage;
  SfShape shape;
  SfTone tone;

  sf_part_set_text (self->title, sf_performance_record_get_person (record));
  sf_part_set_text (self->facts, facts);
  sf_performance_describe_stage (self->context, record, &shape, &tone, &stage);
  sf_chip_set (SF_CHIP (self->chip), shape, tone, stage);
}

static void
show_state (SfPerformanceView *self, gboolean open)
{
  g_autofree char *state = open ? sf_unlock_box_tell_open (self->context, self->record) : NULL;
  const char *locked
      = is_judged (self->record)
            ? _ (
                "What is judged of the head in this evaluation is locked. It opens with the head’s "
                "passphrase, or that of who was let read it.")
            : _ ("What is said here is locked. It opens with the passphrase of one who may read "
                 "it: the person, the reviewer, or who was let read it.");

  sf_part_set_text (self->state, open ? state : locked);
  gtk_widget_set_visible (self->open_buttons, open);
  gtk_widget_set_visible (self->locked, !open);
  gtk_widget_set_visible (self->form, open && !is_judged (self->record));
  gtk_widget_set_visible (self->where, open && is_judged (self->record));
  gtk_widget_set_visible (self->readers, open);
  gtk_widget_set_visible (self->retire, open && !is_judged (self->record));
  gtk_widget_set_sensitive (self->retire, sf_context_can_edit (self->context));
  gtk_widget_set_sensitive (self->erase, sf_context_can_edit (self->context));
}

void
sf_performance_view_show (SfPerformanceView *self, SfPerformanceRecord *record)
{
  g_return_if_fail (SF_IS_PERFORMANCE_VIEW (self));

  g_set_object (&self->record, record);
  sf_unlock_box_show (SF_UNLOCK_BOX (self->locked), record);
  sf_performance_form_show (SF_PERFORMANCE_FORM (self->form),
                            record != NULL && !is_judged (record) ? record : NULL);
  if (record == NULL)
    return;
  show_facts (self);
  show_state (self, sf_workbook_is_unlocked (workbook_of (self), record));
  sf_performance_readers_show (SF_PERFORMANCE_READERS (self->readers), record);
}

/* --- building ----------------------------------------------------------------------------------
 */

static GtkWidget *
create_open_buttons (SfPerformanceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *print = sf_button_new (_ ("_Print…"));
  GtkWidget *pdf = sf_button_new (_ ("Sa_ve as PDF…"));

  self->lock = sf_button_new (_ ("_Lock now"));
  gtk_widget_add_css_class (self->lock, "suggested-action");
  g_signal_connect_swapped (self->lock, "clicked", G_CALLBACK (on_lock_cb), self);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (sf_performance_view_print), self);
  g_signal_connect_swapped (pdf, "clicked", G_CALLBACK (on_pdf_cb), self);
  gtk_box_append (GTK_BOX (box), self->lock);
  gtk_box_append (GTK_BOX (box), print);
  gtk_box_append (GTK_BOX (box), pdf);
  return box;
}

static GtkWidget *
create_end (SfPerformanceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->retire = sf_button_new (_ ("Take o_ff the list"));
  self->erase = sf_button_new (_ ("_Erase…"));
  gtk_widget_add_css_class (self->retire, "flat");
  gtk_widget_add_css_class (self->erase, "flat");
  g_signal_connect_swapped (self->retire, "clicked", G_CALLBACK (on_retire_cb), self);
  g_signal_connect_swapped (self->erase, "clicked", G_CALLBACK (on_erase_cb), self);
  gtk_box_append (GTK_BOX (box), self->retire);
  gtk_box_append (GTK_BOX (box), self->erase);
  return box;
}

static void
build (SfPerformanceView *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = sf_pile_new (10);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->title = sf_part_heading (NULL);
  gtk_widget_add_css_class (self->title, "title-3");
  self->facts = sf_part_label (NULL, "sf-row-subtitle");
  self->chip = sf_chip_new ();
  gtk_widget_set_halign (self->chip, GTK_ALIGN_START);
  self->state = sf_part_label (NULL, NULL);
  self->open_buttons = create_open_buttons (self);
  self->locked = sf_unlock_box_new (self->context);
  g_signal_connect_swapped (self->locked, "unlocked", G_CALLBACK (on_unlocked_cb), self);
  self->where = sf_part_label (_ ("It is written at the statements about the head, on the pages of "
                                  "the key areas. Here it is printed, and here the head says who "
                                  "else may read it."),
                               NULL);
  gtk_box_append (GTK_BOX (body), self->title);
  gtk_box_append (GTK_BOX (body), self->facts);
  gtk_box_append (GTK_BOX (body), self->chip);
  gtk_box_append (GTK_BOX (body), self->state);
  gtk_box_append (GTK_BOX (body), self->open_buttons);
  gtk_box_append (GTK_BOX (body), self->where);
  gtk_box_append (GTK_BOX (body), self->locked);
  gtk_box_append (GTK_BOX (card), body);
  self->form = sf_performance_form_new (self->context);
  self->readers = sf_performance_readers_new (self->context);
  gtk_box_append (GTK_BOX (self), card);
  gtk_box_append (GTK_BOX (self), self->form);
  gtk_box_append (GTK_BOX (self), self->readers);
  gtk_box_append (GTK_BOX (self), create_end (self));
}

static void
sf_performance_view_dispose (GObject *object)
{
  SfPerformanceView *self = SF_PERFORMANCE_VIEW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_performance_view_parent_class)->dispose (object);
}

static void
sf_performance_view_class_init (SfPerformanceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_performance_view_dispose;
}

static void
sf_performance_view_init (SfPerformanceView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

GtkWidget *
sf_performance_view_new (SfContext *context)
{
  SfPerformanceView *self = g_object_new (SF_TYPE_PERFORMANCE_VIEW, NULL);

  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
