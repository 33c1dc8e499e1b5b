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

#include <glib/gi18n-lib.h>

struct _SfPerformanceView
{
  GtkBox parent_instance;

  SfContext *context;
  SfPerformanceRecord *record;
  gboolean unlocking;

  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *chip;
  GtkWidget *state;
  GtkWidget *open_buttons; /* lock, print, PDF */
  GtkWidget *lock;
  GtkWidget *locked; /* the passphrase, and what belongs to it */
  GtkWidget *passphrase;
  GtkWidget *unlock;
  GtkWidget *note;
  GtkWidget *forgotten;
  GtkWidget *form;
  GtkWidget *readers;
  GtkWidget *retire;
  GtkWidget *erase;
};

G_DEFINE_FINAL_TYPE (SfPerformanceView, sf_performance_view, GTK_TYPE_BOX)

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
  *text = said != NULL ? sf_performance_stage_get_label (stage) : _ ("Locked");
}

static SfWorkbook *
workbook_of (SfPerformanceView *self)
{
  return sf_context_get_workbook (self->context);
}

/* --- locking -----------------------------------------------------------------------------------
 */

static void
tell (SfPerformanceView *self, const char *text)
{
  sf_part_set_text (self->note, text);
  gtk_widget_set_visible (self->note, text != NULL);
}

static void
on_lock_cb (SfPerformanceView *self)
{
  sf_performance_form_commit (SF_PERFORMANCE_FORM (self->form));
  sf_workbook_lock_performance (workbook_of (self), self->record);
  gtk_widget_grab_focus (self->passphrase);
}

static void
on_unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfPerformanceView) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = sf_workbook_performance_finish (SF_WORKBOOK (source), result, &error);

  self->unlocking = FALSE;
  if (self->context == NULL)
    return;
  gtk_widget_set_sensitive (self->locked, TRUE);
  tell (self, error != NULL ? error->message : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  if (!done)
    gtk_widget_grab_focus (self->passphrase);
  else if (gtk_widget_get_mapped (self->lock))
    gtk_widget_grab_focus (self->lock);
}

static void
on_unlock_cb (SfPerformanceView *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (self->record == NULL || self->unlocking || *passphrase == '\0')
    return;
  self->unlocking = TRUE;
  tell (self, _ ("Trying the passphrase…"));
  /* an entry that becomes insensitive is not told that it lost the focus */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_sensitive (self->locked, FALSE);
  sf_workbook_unlock_performance (workbook_of (self), self->record, passphrase, on_unlocked_cb,
                                  g_object_ref (self));
}

static void
on_typed_cb (SfPerformanceView *self)
{
  gtk_widget_set_sensitive (self->unlock,
                            *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0');
}

static void
on_forgotten_cb (SfPerformanceView *self)
{
  sf_performance_ask_recover (self->forgotten, self->context, self->record);
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
      = g_strdup_printf (_ ("%s · %s · reviewed by %s"), role != NULL ? role : "", cycle,
                         reviewer != NULL ? reviewer : "");
  const char *stage;
  SfShape shape;
  SfTone tone;

  sf_part_set_text (self->title, sf_performance_record_get_person (record));
  sf_part_set_text (self->facts, facts);
  sf_performance_describe_stage (self->context, record, &shape, &tone, &stage);
  sf_chip_set (SF_CHIP (self->chip), shape, tone, stage);
}

/* Who has it open. (transfer full) */
static char *
tell_opener (SfPerformanceView *self)
{
  g_autofree char *name = sf_workbook_dup_opener_name (workbook_of (self), self->record);

  if (name != NULL)
    return g_strdup_printf (_ ("Unlocked by %s."), name);
  if (sf_workbook_get_opener (workbook_of (self), self->record) == SF_PERFORMANCE_BY_BOTH)
    return g_strdup (_ ("Unlocked by both, to agree the objectives. Who writes their own words "
                        "unlocks it with their own passphrase."));
  return g_strdup (_ ("Opened with the employer’s recovery key, to be read. Who writes unlocks it "
                      "with their own passphrase."));
}

static void
show_state (SfPerformanceView *self, gboolean open)
{
  g_autofree char *opener = open ? tell_opener (self) : NULL;
  g_autofree char *state
      = open ? g_strdup_printf (_ ("%s It locks when five minutes pass without a key or the mouse, "
                                   "and when the file is closed."),
                                opener)
             : NULL;

  sf_part_set_text (self->state,
                    open ? state
                         : _ ("What is said here is locked. It opens with the passphrase of one "
                              "who may read it: the person, the reviewer, or who was let read "
                              "it."));
  gtk_widget_set_visible (self->open_buttons, open);
  gtk_widget_set_visible (self->locked, !open);
  gtk_widget_set_visible (self->form, open);
  gtk_widget_set_visible (self->readers, open);
  gtk_widget_set_sensitive (self->forgotten, sf_context_can_edit (self->context));
  gtk_widget_set_sensitive (self->retire, sf_context_can_edit (self->context));
  gtk_widget_set_sensitive (self->erase, sf_context_can_edit (self->context));
}

void
sf_performance_view_show (SfPerformanceView *self, SfPerformanceRecord *record)
{
  gboolean other;

  g_return_if_fail (SF_IS_PERFORMANCE_VIEW (self));

  other = g_set_object (&self->record, record);
  if (other)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
      tell (self, NULL);
    }
  sf_performance_form_show (SF_PERFORMANCE_FORM (self->form), record);
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
create_locked (SfPerformanceView *self)
{
  GtkWidget *box = sf_pile_new (6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Pass_phrase"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sf-form-label");
  self->passphrase = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->passphrase), TRUE);
  gtk_widget_set_hexpand (self->passphrase, TRUE);
  sf_part_set_mnemonic (label, self->passphrase);
  self->unlock = sf_button_new (_ ("_Unlock"));
  gtk_widget_add_css_class (self->unlock, "suggested-action");
  gtk_widget_set_sensitive (self->unlock, FALSE);
  self->note = sf_part_label (NULL, "error");
  gtk_widget_set_visible (self->note, FALSE);
  self->forgotten = sf_button_new (_ ("_Forgotten passphrase…"));
  gtk_widget_add_css_class (self->forgotten, "flat");
  gtk_widget_set_halign (self->forgotten, GTK_ALIGN_START);
  g_signal_connect_swapped (self->passphrase, "changed", G_CALLBACK (on_typed_cb), self);
  g_signal_connect_swapped (self->passphrase, "activate", G_CALLBACK (on_unlock_cb), self);
  g_signal_connect_swapped (self->unlock, "clicked", G_CALLBACK (on_unlock_cb), self);
  g_signal_connect_swapped (self->forgotten, "clicked", G_CALLBACK (on_forgotten_cb), self);
  gtk_box_append (GTK_BOX (line), self->passphrase);
  gtk_box_append (GTK_BOX (line), self->unlock);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->forgotten);
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
  self->locked = create_locked (self);
  gtk_box_append (GTK_BOX (body), self->title);
  gtk_box_append (GTK_BOX (body), self->facts);
  gtk_box_append (GTK_BOX (body), self->chip);
  gtk_box_append (GTK_BOX (body), self->state);
  gtk_box_append (GTK_BOX (body), self->open_buttons);
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
