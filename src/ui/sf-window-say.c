/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-button.h"
#include "ui/sf-message.h"
#include "ui/sf-parts.h"
#include "ui/sf-sidebar.h"
#include "ui/sf-window-private.h"

#include <glib/gi18n-lib.h>

#define TOAST_SECONDS 5
#define UNDO_SECONDS 9   /* with a button there is more to think about */
#define OFFER_SECONDS 30 /* nothing else leads there; yet it lies over what is beneath it */

/* What the window says: one toast at most, and the status line for a screen reader. What was said
 * before is not said late, after what made it untrue. */

static GtkWidget *
find_widget (SfWindow *self)
{
  GtkWidget *content = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (self->toasts));
  GtkWidget *child = gtk_widget_get_last_child (self->toasts);

  return child != content ? child : NULL;
}

static void
set_button (SfWindow *self, const char *label)
{
  GtkWidget *content = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (self->toasts));

  adw_toast_set_button_label (self->toast, label);
  for (GtkWidget *child = gtk_widget_get_first_child (self->toasts); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != content)
      sf_part_name_buttons (child, _ ("Close this message"));
}

GtkWidget *
sf_window_find_offer (SfWindow *self)
{
  GtkWidget *widget = self->toast && self->toast_offers ? find_widget (self) : NULL;
  GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;

  /* its own button comes before an Undo */
  while (child != NULL && !GTK_IS_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? child : widget;
}

/* Its button goes with it: the focus goes into the page, not to what happens to be next. */
static void
on_offer_taken_cb (SfWindow *self)
{
  GtkWidget *widget = find_widget (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->page && widget != NULL && focus != NULL && gtk_widget_is_ancestor (focus, widget))
    sf_page_focus_first (self->page);
}

static void
on_dismissed_cb (AdwToast *toast, SfWindow *self)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

/* @timeout: in seconds, of a new one */
static AdwToast *
ensure_toast (SfWindow *self, guint timeout)
{
  AdwToast *toast = self->toast;

  if (toast)
    return toast;
  toast = adw_toast_new ("");
  adw_toast_set_timeout (toast, timeout);
  g_set_weak_pointer (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
  return toast;
}

/* A toast whose button is its own is not used for something else. */
static void
let_go_of_offer (SfWindow *self)
{
  if (self->toast && self->toast_offers)
    adw_toast_dismiss (self->toast);
  self->toast_offers = FALSE;
}

static AdwToast *
show_text (SfWindow *self, const char *text, guint timeout)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = ensure_toast (self, timeout);

  adw_toast_set_title (toast, escaped);
  g_clear_pointer (&self->toast_step, g_free);
  if (self->sidebar)
    sf_sidebar_set_status (SF_SIDEBAR (self->sidebar), text);
  return toast;
}

/* A step that is on the disk already is the last one; otherwise it is the next to come. */
static void
note_step (SfWindow *self)
{
  if (self->context && sf_workbook_count_pending (sf_context_get_workbook (self->context)) == 0)
    g_object_get (sf_context_get_workbook (self->context), "undo-label", &self->toast_step, NULL);
}

void
sf_window_say (SfWindow *self, const char *text, gboolean with_undo)
{
  AdwToast *toast;

  let_go_of_offer (self);
  /* what is left of another's time may be too short to press Undo in */
  if (with_undo && self->toast)
    adw_toast_dismiss (self->toast);
  toast = show_text (self, text, with_undo ? UNDO_SECONDS : TOAST_SECONDS);
  set_button (self, with_undo ? _ ("Undo") : NULL);
  adw_toast_set_action_name (toast, with_undo ? "win.undo" : NULL);
  if (with_undo)
    note_step (self);
}

/* The toast's Undo is of its own step, the next that is written, and of no later one. */
void
sf_window_follow_toast (SfWindow *self, const char *undo_label)
{
  if (!self->toast
      || (self->toast_offers ? !self->toast_undo : !adw_toast_get_button_label (self->toast)))
    return;
  if (!self->toast_step)
    self->toast_step = g_strdup (undo_label ? undo_label : "");
  else if (g_strcmp0 (self->toast_step, undo_label) != 0 && self->toast_offers)
    gtk_widget_set_visible (self->toast_undo, FALSE);
  else if (g_strcmp0 (self->toast_step, undo_label) != 0)
    set_button (self, NULL);
}

static void
on_say_cb (SfWindow *self, const char *text, gboolean with_undo)
{
  sf_window_say (self, text, with_undo);
}

static void
on_undo_taken_cb (SfWindow *self)
{
  on_offer_taken_cb (self);
  let_go_of_offer (self);
}

/* A toast has one button of its own: Undo stands with the text. */
static void
add_undo (SfWindow *self, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text), *undo = sf_button_new (_ ("Undo"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (undo), "win.undo");
  g_signal_connect_object (undo, "clicked", G_CALLBACK (on_undo_taken_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), undo);
  adw_toast_set_custom_title (self->toast, line);
  g_set_weak_pointer (&self->toast_undo, undo);
  note_step (self);
}

static void
on_offer_cb (
    SfWindow *self, const char *text, const char *button, GClosure *closure, gboolean with_undo)
{
  AdwToast *toast;

  if (self->toast)
    adw_toast_dismiss (self->toast);
  toast = show_text (self, text, OFFER_SECONDS);
  adw_toast_set_action_name (toast, NULL);
  g_clear_weak_pointer (&self->toast_undo);
  if (with_undo)
    add_undo (self, text);
  set_button (self, button);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_offer_taken_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_closure (toast, "button-clicked", closure, FALSE);
  self->toast_offers = TRUE;
}

static void
on_report_cb (SfWindow *self, const char *heading, const GError *error)
{
  sf_message_error (GTK_WIDGET (self), heading, error);
}

void
sf_window_connect_saying (SfWindow *self)
{
  g_signal_connect_object (self->context, "say", G_CALLBACK (on_say_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "offer", G_CALLBACK (on_offer_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "report", G_CALLBACK (on_report_cb), self,
                           G_CONNECT_SWAPPED);
}
