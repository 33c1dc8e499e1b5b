/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What will be needed is made while nobody does anything, in pieces that nobody notices: a page
 * with a long form takes longer to make and to lay out than somebody who goes there should wait. */

#include "ui/sf-list-page.h"
#include "ui/sf-spell.h"
#include "ui/sf-window-private.h"

#define STEP_MSEC 250
#define STILL_USEC (1500 * 1000)

static const char *const pages[] = { "targets", "plan", "outcomes" };

static gboolean
on_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, SfWindow *self)
{
  switch ((guint)gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_KEY_RELEASE:
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_END:
      self->used_at = g_get_monotonic_time ();
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

/* As wide and high as it will be. Where that turns out otherwise, it is laid out again. */
static void
lay_out (SfWindow *self, GtkWidget *page)
{
  int width = gtk_widget_get_width (self->page_stack);
  int height = gtk_widget_get_height (self->page_stack);
  int least;

  if (page == GTK_WIDGET (self->page) || width <= 0 || height <= 0)
    return;
  gtk_widget_set_visible (page, TRUE);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (page, &(GtkAllocation){ 0, 0, MAX (width, least), height }, -1);
  gtk_widget_set_visible (page, FALSE);
}

/* Its rows are made by being laid out. */
static void
lay_out_view (SfWindow *self, GtkWidget *page)
{
  if (!SF_IS_LIST_PAGE (page) || page == GTK_WIDGET (self->page))
    return;
  sf_list_page_peek_view (SF_LIST_PAGE (page), TRUE);
  lay_out (self, page);
  sf_list_page_peek_view (SF_LIST_PAGE (page), FALSE);
}

/* The next piece of work; FALSE after the last. */
static gboolean
do_next (SfWindow *self)
{
  guint number = self->prepared++;
  const char *page_id;

  if (number == 0)
    {
      sf_spell_load (self->settings);
      return TRUE;
    }
  page_id = pages[(number - 1) / 3];
  if (number % 3 == 1)
    sf_window_make_page (self, page_id);
  else if (number % 3 == 2)
    lay_out (self, g_hash_table_lookup (self->pages, page_id));
  else
    lay_out_view (self, g_hash_table_lookup (self->pages, page_id));
  return number < 3 * G_N_ELEMENTS (pages);
}

static gboolean
on_step_cb (gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  if (g_get_monotonic_time () - self->used_at < STILL_USEC
      || sf_context_get_evaluation (self->context) == NULL || do_next (self))
    return G_SOURCE_CONTINUE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

void
sf_window_prepare_pages (SfWindow *self)
{
  self->prepared = 0;
  self->used_at = g_get_monotonic_time ();
  if (self->prepare_id == 0)
    self->prepare_id = g_timeout_add_full (G_PRIORITY_LOW, STEP_MSEC, on_step_cb, self, NULL);
}

void
sf_window_watch_use (SfWindow *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (on_event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
