/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-fault-list.h"

#include "ui/sf-button.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

#define MOST 8 /* lines that it takes of a page; it scrolls beyond */

struct _SfFaultList
{
  GtkBox parent_instance;

  GtkWidget *text;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (SfFaultList, sf_fault_list, GTK_TYPE_BOX)

static void
on_copy_cb (SfFaultList *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->text), text);
}

/* A text view does not say how high it will be before it was laid out: it is given the height of
 * its lines, however large the letters are. */
static void
set_height (SfFaultList *self, guint n_lines)
{
  PangoContext *context = gtk_widget_get_pango_context (self->text);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              line * (int)MIN (n_lines, MOST) + line / 2);
  pango_font_metrics_unref (metrics);
}

void
sf_fault_list_set (SfFaultList *self, GPtrArray *lines)
{
  GtkTextBuffer *buffer;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (SF_IS_FAULT_LIST (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, lines->pdata[i]);
    }
  gtk_text_buffer_set_text (buffer, text->str, (int)text->len);
  set_height (self, lines->len);
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
}

static void
sf_fault_list_class_init (SfFaultListClass *klass)
{
}

static void
sf_fault_list_init (SfFaultList *self)
{
  GtkWidget *copy = sf_button_new (_ ("Copy this _list"));

  self->scroller = gtk_scrolled_window_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->text = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->text, "sf-fault-text");
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  /* that there is more is seen without touching it */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->text);
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (on_copy_cb), self);
  gtk_box_append (GTK_BOX (self), self->scroller);
  gtk_box_append (GTK_BOX (self), copy);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sf_fault_list_new (const char *name)
{
  SfFaultList *self = g_object_new (SF_TYPE_FAULT_LIST, NULL);

  sf_part_set_name (self->text, name);
  return GTK_WIDGET (self);
}
