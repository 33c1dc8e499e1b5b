/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-unlock-box.h"

#include "ui/sf-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-performance-ask.h"
#include "ui/sf-pile.h"

#include <glib/gi18n-lib.h>

struct _SfUnlockBox
{
  AdwBin parent_instance;

  SfContext *context;
  SfPerformanceRecord *record;
  gboolean unlocking;
  GtkWidget *passphrase;
  GtkWidget *unlock;
  GtkWidget *note;
  GtkWidget *forgotten;
};

enum
{
  UNLOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfUnlockBox, sf_unlock_box, ADW_TYPE_BIN)

static void
tell (SfUnlockBox *self, const char *text)
{
  sf_part_set_text (self->note, text);
  gtk_widget_set_visible (self->note, text != NULL);
}

static void
on_unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfUnlockBox) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = sf_workbook_performance_finish (SF_WORKBOOK (source), result, &error);

  self->unlocking = FALSE;
  if (self->context == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  tell (self, error != NULL ? error->message : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  if (done)
    g_signal_emit (self, signals[UNLOCKED], 0);
  else
    gtk_widget_grab_focus (self->passphrase);
}

static void
on_unlock_cb (SfUnlockBox *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (self->record == NULL || self->unlocking || *passphrase == '\0')
    return;
  self->unlocking = TRUE;
  tell (self, _ ("Trying the passphrase…"));
  /* an entry that becomes insensitive is not told that it lost the focus */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  sf_workbook_unlock_performance (sf_context_get_workbook (self->context), self->record, passphrase,
                                  on_unlocked_cb, g_object_ref (self));
}

static void
on_typed_cb (SfUnlockBox *self)
{
  gtk_widget_set_sensitive (self->unlock,
                            *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0');
}

static void
on_forgotten_cb (SfUnlockBox *self)
{
  sf_performance_ask_recover (self->forgotten, self->context, self->record);
}

void
sf_unlock_box_show (SfUnlockBox *self, SfPerformanceRecord *record)
{
  g_return_if_fail (SF_IS_UNLOCK_BOX (self));

  if (g_set_object (&self->record, record))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
      tell (self, NULL);
    }
  gtk_widget_set_sensitive (self->forgotten, sf_context_can_edit (self->context));
}

char *
sf_unlock_box_tell_open (SfContext *context, SfPerformanceRecord *record)
{
  SfWorkbook *workbook = sf_context_get_workbook (context);
  g_autofree char *name = sf_workbook_dup_opener_name (workbook, record);
  g_autofree char *opener = NULL;

  if (name != NULL)
    opener = g_strdup_printf (_ ("Unlocked by %s."), name);
  else if (sf_workbook_get_opener (workbook, record) == SF_PERFORMANCE_BY_BOTH)
    opener = g_strdup (_ ("Unlocked by both, to agree the objectives. Who writes their own words "
                          "unlocks it with their own passphrase."));
  else
    opener = g_strdup (_ ("Opened with the employer’s recovery key, to be read. Who writes unlocks "
                          "it with their own passphrase."));
  return g_strdup_printf (_ ("%s It locks when five minutes pass without a key or the mouse, and "
                             "when the file is closed."),
                          opener);
}

/* --- at work -----------------------------------------------------------------------------------
 */

typedef struct
{
  SfContext *context;
  double x, y; /* where the mouse was */
} Watch;

static void
watch_free (gpointer data)
{
  g_object_unref (((Watch *)data)->context);
  g_free (data);
}

static gboolean
on_key_cb (Watch *watch)
{
  sf_workbook_keep_unlocked (sf_context_get_workbook (watch->context));
  return GDK_EVENT_PROPAGATE;
}

/* GTK tells of the mouse also when what lies beneath it has changed. */
static void
on_motion_cb (GtkEventControllerMotion *controller, double x, double y, Watch *watch)
{
  if (x != watch->x || y != watch->y)
    sf_workbook_keep_unlocked (sf_context_get_workbook (watch->context));
  watch->x = x;
  watch->y = y;
}

void
sf_unlock_box_watch (GtkWidget *widget, SfContext *context)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *mouse = gtk_event_controller_motion_new ();
  Watch *watch = g_new0 (Watch, 1);

  watch->context = g_object_ref (context);
  g_object_set_data_full (G_OBJECT (widget), "sf-watch", watch, watch_free);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (mouse, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), watch);
  g_signal_connect (mouse, "motion", G_CALLBACK (on_motion_cb), watch);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, mouse);
}

/* --- building ----------------------------------------------------------------------------------
 */

static gboolean
sf_unlock_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SF_UNLOCK_BOX (widget)->passphrase);
}

static void
build (SfUnlockBox *self)
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
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
sf_unlock_box_dispose (GObject *object)
{
  SfUnlockBox *self = SF_UNLOCK_BOX (object);

  g_clear_object (&self->record);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_unlock_box_parent_class)->dispose (object);
}

static void
sf_unlock_box_class_init (SfUnlockBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_unlock_box_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sf_unlock_box_grab_focus;

  /**
   * SfUnlockBox::unlocked:
   *
   * The passphrase was right.
   */
  signals[UNLOCKED] = g_signal_new ("unlocked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_unlock_box_init (SfUnlockBox *self)
{
}

GtkWidget *
sf_unlock_box_new (SfContext *context)
{
  SfUnlockBox *self = g_object_new (SF_TYPE_UNLOCK_BOX, NULL);

  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}

const char *
sf_unlock_box_tell_state (SfContext *context, SfPerformanceRecord *record)
{
  /* Translators: what stands behind a lock, whether it is locked now */
  return sf_workbook_is_unlocked (sf_context_get_workbook (context), record) ? _ ("open")
                                                                             : _ ("locked");
}
