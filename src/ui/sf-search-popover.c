/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-search-popover.h"

#include "base/sf-text.h"
#include "model/sf-search.h"
#include "ui/sf-columns.h"
#include "ui/sf-page.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfSearchPopover
{
  GtkPopover parent_instance;

  SfContext *context;
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (SfSearchPopover, sf_search_popover, GTK_TYPE_POPOVER)

#define LIMIT 200
#define WIDTH_CHARS 62

/* --- hits -------------------------------------------------------------------------------- */

static SfSearchHit *
hit_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "hit");
}

/* The snippet with what was found in bold. */
static char *
mark_up (const SfSearchHit *hit)
{
  GString *markup = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < hit->n_ranges; i++)
    {
      const SfSearchRange *range = &hit->ranges[i];
      g_autofree char *before = g_markup_escape_text (hit->snippet + at, range->start - at);
      g_autofree char *found
          = g_markup_escape_text (hit->snippet + range->start, range->end - range->start);

      g_string_append_printf (markup, "%s<b>%s</b>", before, found);
      at = range->end;
    }
  if (hit->snippet)
    {
      g_autofree char *rest = g_markup_escape_text (hit->snippet + at, -1);

      g_string_append (markup, rest);
    }
  return g_string_free (markup, FALSE);
}

static GtkWidget *
make_row (SfSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *snippet = sf_part_label (NULL, "caption");
  g_autofree char *markup = mark_up (hit);
  g_autofree char *title
      = hit->detail ? g_strdup_printf ("%s · %s", hit->title, hit->detail) : g_strdup (hit->title);
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", sf_search_kind_get_label (hit->kind),
                                           title, hit->snippet ? hit->snippet : "");

  gtk_box_append (GTK_BOX (box), sf_part_label (title, "heading"));
  if (g_strcmp0 (hit->snippet, hit->title) != 0)
    {
      gtk_label_set_markup (GTK_LABEL (snippet), markup);
      gtk_box_append (GTK_BOX (box), snippet);
    }
  else
    {
      g_object_ref_sink (snippet);
      g_object_unref (snippet);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  sf_part_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "hit", hit, (GDestroyNotify)sf_search_hit_free);
  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *header = NULL;

  if (!before || hit_of (before)->kind != hit_of (row)->kind)
    {
      header = sf_part_label (sf_search_kind_get_label (hit_of (row)->kind), "sidebar-heading");
      if (before)
        gtk_widget_add_css_class (header, "later");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
show_hits (SfSearchPopover *self, GPtrArray *hits)
{
  g_autofree char *text = NULL;

  sf_part_clear (self->list);
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (g_steal_pointer (&hits->pdata[i])));
  g_ptr_array_set_free_func (hits, NULL);
  gtk_widget_set_visible (self->scroller, hits->len > 0);
  if (hits->len == LIMIT)
    text = g_strdup_printf (_ ("The first %u places. Another word narrows it down."), hits->len);
  else if (hits->len > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Found in %u place", "Found in %u places",
                                         hits->len),
                            hits->len);
  else
    text = g_strdup (_ ("Nothing found. A part of a word is enough."));
  sf_part_set_text (self->status, text);
}

static void
on_search_changed_cb (SfSearchPopover *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) hits = NULL;

  if (sf_text_is_blank (query))
    {
      sf_part_clear (self->list);
      gtk_widget_set_visible (self->scroller, FALSE);
      sf_part_set_text (self->status,
                        _ ("Searches statements, judgements, evidence, targets and names."));
      return;
    }
  hits = sf_search (sf_context_get_model (self->context), sf_context_get_evaluation (self->context),
                    query, LIMIT);
  show_hits (self, hits);
}

/* --- choosing ---------------------------------------------------------------------------- */

static void
go (SfSearchPopover *self, const SfSearchHit *hit)
{
  g_autofree char *page_id = hit->area_code ? g_strconcat ("area:", hit->area_code, NULL) : NULL;

  if (hit->record && sf_context_go_record (self->context, hit->record))
    return;
  if (page_id && sf_pages_exists (page_id))
    sf_context_go (self->context, page_id, hit->statement_code);
}

static void
on_row_activated_cb (SfSearchPopover *self, GtkListBoxRow *row)
{
  SfSearchHit *hit = g_object_steal_data (G_OBJECT (row), "hit");

  gtk_popover_popdown (GTK_POPOVER (self));
  go (self, hit);
  g_object_set_data_full (G_OBJECT (row), "hit", hit, (GDestroyNotify)sf_search_hit_free);
}

static void
on_activate_cb (SfSearchPopover *self)
{
  GtkListBoxRow *row;

  on_search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row)
    on_row_activated_cb (self, row);
}

static gboolean
on_key_pressed_cb (SfSearchPopover *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (key != GDK_KEY_Down || !row)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
on_show_cb (SfSearchPopover *self)
{
  /* as wide as so many letters are at the present text size */
  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self)),
                               sf_chars_to_pixels (GTK_WIDGET (self), WIDTH_CHARS), -1);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  on_search_changed_cb (self);
}

/* --- object ------------------------------------------------------------------------------ */

/**
 * sf_search_popover_new:
 *
 * Returns: (transfer floating): for a menu button of the window
 */
GtkWidget *
sf_search_popover_new (SfContext *context)
{
  SfSearchPopover *self = g_object_new (SF_TYPE_SEARCH_POPOVER, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

static void
sf_search_popover_dispose (GObject *object)
{
  g_clear_object (&SF_SEARCH_POPOVER (object)->context);
  G_OBJECT_CLASS (sf_search_popover_parent_class)->dispose (object);
}

static void
sf_search_popover_class_init (SfSearchPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_search_popover_dispose;
}

static void
make_list (SfSearchPopover *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, NULL, NULL);
  sf_part_set_name (self->list, _ ("What was found"));
  gtk_widget_add_css_class (self->list, "search-hits");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 460);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_visible (self->scroller, FALSE);
}

static void
sf_search_popover_init (SfSearchPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 120);
  sf_part_set_name (self->entry, _ ("Search the centre file for"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "wrap", TRUE, "xalign", 0.0, "max-width-chars", 48, NULL);
  gtk_widget_add_css_class (self->status, "dim-label");
  gtk_widget_add_css_class (self->status, "caption");
  make_list (self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self, "show", G_CALLBACK (on_show_cb), self);
}
