/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-find.h"

#include "base/sf-text.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-sheet-view.h"

#include <glib/gi18n-lib.h>

struct _SfReportFind
{
  AdwBin parent_instance;

  GtkWidget *entry;
  GtkWidget *said;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *sheets;
  SfDisplayList *pages;
  GArray *hits;
  guint current;
};

G_DEFINE_FINAL_TYPE (SfReportFind, sf_report_find, ADW_TYPE_BIN)

enum
{
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count (SfReportFind *self)
{
  return self->hits != NULL ? self->hits->len : 0;
}

static void
tell (SfReportFind *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint n = count (self);
  g_autofree char *text = NULL;

  if (n > 0)
    /* Translators: which of the places that were found, how many there are, a page's number */
    text = g_strdup_printf (_ ("%1$u of %2$u, page %3$u"), self->current + 1, n,
                            g_array_index (self->hits, SfPageHit, self->current).page + 1);
  else if (!sf_text_is_blank (words))
    text = g_strdup (_ ("Not found"));
  sf_part_set_text (self->said, text);
  gtk_widget_set_sensitive (self->back, n > 1);
  gtk_widget_set_sensitive (self->next, n > 1);
}

static void
mark (SfReportFind *self)
{
  GtkWidget *sheet = self->sheets != NULL ? gtk_widget_get_first_child (self->sheets) : NULL;

  for (; sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet))
    sf_sheet_view_set_hits (SF_SHEET_VIEW (sheet), self->hits, self->current);
  tell (self);
}

static void
show_current (SfReportFind *self)
{
  const SfPageHit *hit;

  mark (self);
  if (count (self) == 0)
    return;
  hit = &g_array_index (self->hits, SfPageHit, self->current);
  g_signal_emit (self, signals[FOUND], 0, hit->page,
                 hit->y / sf_display_list_get_sheet (self->pages)->page_height);
}

static void
look (SfReportFind *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->hits, g_array_unref);
  if (self->pages != NULL)
    self->hits = sf_display_list_search (self->pages, words);
  if (self->current >= count (self))
    self->current = 0;
}

static void
on_changed_cb (SfReportFind *self)
{
  self->current = 0;
  look (self);
  show_current (self);
}

static void
step (SfReportFind *self, gboolean back)
{
  guint n = count (self);

  if (n == 0)
    return;
  self->current = (self->current + (back ? n - 1 : 1)) % n;
  show_current (self);
}

static void
on_next_cb (SfReportFind *self)
{
  step (self, FALSE);
}

static void
on_back_cb (SfReportFind *self)
{
  step (self, TRUE);
}

static void
on_stop_cb (SfReportFind *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
sf_report_find_set_pages (SfReportFind *self, SfDisplayList *pages, GtkWidget *sheets)
{
  g_set_object (&self->pages, pages);
  self->sheets = sheets;
  look (self);
  mark (self);
}

void
sf_report_find_focus (SfReportFind *self)
{
  gtk_widget_grab_focus (self->entry);
}

/* --- building --------------------------------------------------------------------------------- */

static gboolean
on_key_cb (SfReportFind *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return FALSE;
  step (self, TRUE);
  return TRUE;
}

static void
sf_report_find_dispose (GObject *object)
{
  SfReportFind *self = SF_REPORT_FIND (object);

  g_clear_object (&self->pages);
  g_clear_pointer (&self->hits, g_array_unref);
  self->sheets = NULL;
  G_OBJECT_CLASS (sf_report_find_parent_class)->dispose (object);
}

static void
sf_report_find_class_init (SfReportFindClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_report_find_dispose;
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);
}

static void
sf_report_find_init (SfReportFind *self)
{
  GtkWidget *line = sf_line_new (6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Find in these pages"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 18);
  sf_part_set_name (self->entry, _ ("Find in these pages"));
  self->back = sf_part_icon_button ("go-up-symbolic", _ ("The place before"));
  self->next = sf_part_icon_button ("go-down-symbolic", _ ("The next place"));
  self->said = sf_part_row_label (NULL, "sf-row-subtitle");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_next_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (on_stop_cb), self);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (on_back_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (on_next_cb), self);
  sf_line_append (SF_LINE (line), self->entry);
  sf_line_append (SF_LINE (line), self->back);
  sf_line_append (SF_LINE (line), self->next);
  sf_line_append (SF_LINE (line), self->said);
  adw_bin_set_child (ADW_BIN (self), line);
  tell (self);
}

GtkWidget *
sf_report_find_new (void)
{
  return g_object_new (SF_TYPE_REPORT_FIND, NULL);
}
