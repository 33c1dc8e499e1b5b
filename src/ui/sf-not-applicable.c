/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-not-applicable.h"

#include "base/sf-text.h"
#include "model/sf-judgement-state.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"

#include <glib/gi18n-lib.h>

struct _SfNotApplicable
{
  AdwBin parent_instance;

  GtkWidget *toggle;
  GtkWidget *clear;
  GtkWidget *reason_box;
  GtkWidget *reason;

  char *subject;
  char *stored; /* the reason in the record */
  gboolean showing;
};

enum
{
  REASON_GIVEN,
  CLEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfNotApplicable, sf_not_applicable, ADW_TYPE_BIN)

static void
set_toggle (SfNotApplicable *self, gboolean active)
{
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->toggle), active);
  gtk_widget_set_visible (self->reason_box, active);
  self->showing = FALSE;
}

static void
set_reason (SfNotApplicable *self, const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (self->reason);

  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") == 0)
    return;
  gtk_editable_set_enable_undo (entry, FALSE);
  gtk_editable_set_text (entry, text != NULL ? text : "");
  gtk_editable_set_enable_undo (entry, TRUE);
}

/* Without a reason there is nothing to keep: the tick goes again. */
void
sf_not_applicable_commit (SfNotApplicable *self)
{
  g_autofree char *reason = NULL;

  g_return_if_fail (SF_IS_NOT_APPLICABLE (self));

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->toggle)))
    return;
  reason = sf_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  if (reason == NULL && self->stored == NULL)
    set_toggle (self, FALSE);
  else if (reason == NULL)
    set_reason (self, self->stored);
  else if (g_strcmp0 (reason, self->stored) != 0)
    {
      sf_string_set (&self->stored, reason);
      g_signal_emit (self, signals[REASON_GIVEN], 0, reason);
    }
}

static void
on_toggled_cb (GtkCheckButton *toggle, SfNotApplicable *self)
{
  gboolean active = gtk_check_button_get_active (toggle);

  if (self->showing)
    return;
  gtk_widget_set_visible (self->reason_box, active);
  if (active)
    gtk_widget_grab_focus (self->reason);
  else if (self->stored != NULL)
    {
      sf_string_set (&self->stored, NULL);
      set_reason (self, NULL);
      g_signal_emit (self, signals[REASON_GIVEN], 0, NULL);
    }
}

static void
on_activate_cb (GtkEntry *entry, SfNotApplicable *self)
{
  sf_not_applicable_commit (self);
}

static void
on_focus_leave_cb (GtkEventControllerFocus *controller, SfNotApplicable *self)
{
  sf_not_applicable_commit (self);
}

static void
on_clear_cb (GtkButton *button, SfNotApplicable *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
}

void
sf_not_applicable_show (SfNotApplicable *self,
                        SfJudgement *judgement,
                        const char *subject,
                        gboolean editable)
{
  const char *reason;
  gboolean other, editing;

  g_return_if_fail (SF_IS_NOT_APPLICABLE (self));

  other = sf_string_set (&self->subject, subject);
  reason = judgement != NULL ? sf_judgement_get_not_applicable (judgement) : NULL;
  editing = gtk_widget_has_focus (self->reason)
            || gtk_widget_get_focus_child (self->reason_box) != NULL;
  if (sf_string_set (&self->stored, reason) || other || !editing)
    {
      set_reason (self, reason);
      set_toggle (self, reason != NULL);
    }
  gtk_widget_set_sensitive (self->toggle, editable);
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), editable);
  gtk_widget_set_sensitive (self->clear,
                            editable && judgement != NULL
                                && (sf_judgement_get_state (judgement) != SF_STATE_NOT_JUDGED
                                    || sf_judgement_has_text (judgement)));
}

static void
sf_not_applicable_dispose (GObject *object)
{
  /* AdwBin lets its child go; the template must not do so once more */
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (sf_not_applicable_parent_class)->dispose (object);
}

static void
sf_not_applicable_finalize (GObject *object)
{
  SfNotApplicable *self = SF_NOT_APPLICABLE (object);

  g_free (self->subject);
  g_free (self->stored);
  G_OBJECT_CLASS (sf_not_applicable_parent_class)->finalize (object);
}

static void
sf_not_applicable_class_init (SfNotApplicableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_not_applicable_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_not_applicable_finalize;

  /**
   * SfNotApplicable::reason-given:
   * @reason: (nullable): why the statement does not apply; %NULL: it does apply
   */
  signals[REASON_GIVEN]
      = g_signal_new ("reason-given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLEARED] = g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SF_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sixfold_app/Sixfold/ui/sf-not-applicable.ui");
  gtk_widget_class_bind_template_child (widget_class, SfNotApplicable, toggle);
  gtk_widget_class_bind_template_child (widget_class, SfNotApplicable, clear);
  gtk_widget_class_bind_template_child (widget_class, SfNotApplicable, reason_box);
  gtk_widget_class_bind_template_child (widget_class, SfNotApplicable, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_cb);
}

static void
sf_not_applicable_init (SfNotApplicable *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->reason),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sf_part_set_name (self->reason, _ ("Because… (the reason is needed and is printed)"));
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (self->reason, focus);
}
