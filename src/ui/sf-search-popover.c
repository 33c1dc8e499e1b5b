/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-search-popover.h"

#include "base/sf-text.h"
#include "ui/sf-columns.h"
#include "ui/sf-line.h"
#include "ui/sf-page.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-preview-window.h"
#include "ui/sf-snippet.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-search.h"

#include <glib/gi18n-lib.h>

struct _SfSearchPopover
{
  GtkPopover parent_instance;

  SfContext *context;
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *status;
  char *searched;        /* the words whose hits are shown */
  GCancellable *looking; /* into files */
  gboolean eager;        /* go to the first hit when there is one */
  guint counts[SF_N_SEARCH_KINDS];
  guint prepare_id;
};

G_DEFINE_FINAL_TYPE (SfSearchPopover, sf_search_popover, GTK_TYPE_POPOVER)

#define OF_EACH_KIND 8
#define OF_FILES 40 /* the best; they come last, and nobody reads further */
#define WIDTH_CHARS 62
#define PREPARE_MSEC 1500 /* after opening, when the window has long been seen */

/* --- hits -------------------------------------------------------------------------------- */

static SfSearchHit *
hit_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "hit");
}

/* Wide enough that the height of the list is known before its width is. */
static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = sf_part_label (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS - 10);
  return label;
}

static GtkWidget *
make_words (SfSearchHit *hit, const char *title)
{
  GtkWidget *words = sf_pile_new (2);

  gtk_box_append (GTK_BOX (words), make_label (title, "heading"));
  if (g_strcmp0 (hit->snippet, hit->title) != 0)
    {
      GtkWidget *snippet = make_label (NULL, "caption");
      g_autofree char *markup = sf_snippet_to_markup (hit->snippet, hit->ranges, hit->n_ranges);

      gtk_label_set_markup (GTK_LABEL (snippet), markup);
      gtk_box_append (GTK_BOX (words), snippet);
    }
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
on_look_clicked_cb (GtkWidget *button, SfSearchPopover *self)
{
  SfSearchHit *hit = hit_of (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));

  sf_preview_window_present (GTK_WIDGET (self), self->context, SF_ATTACHMENT (hit->record));
}

/* The file itself, besides its evidence, which the row leads to. */
static GtkWidget *
make_look_button (SfSearchPopover *self, SfAttachment *attachment)
{
  g_autofree char *name
      = g_strdup_printf (_ ("Show %s (Ctrl+Enter)"), sf_attachment_get_name (attachment));
  GtkWidget *button = sf_part_icon_button ("view-reveal-symbolic", name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_look_clicked_cb), self);
  return button;
}

static GtkWidget *
make_row (SfSearchPopover *self, SfSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = sf_line_new (8);
  g_autofree char *title
      = hit->detail ? g_strdup_printf ("%s · %s", hit->title, hit->detail) : g_strdup (hit->title);
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", sf_search_kind_get_label (hit->kind),
                                           title, hit->snippet ? hit->snippet : "");

  sf_line_append (SF_LINE (line), make_words (hit, title));
  if (SF_IS_ATTACHMENT (hit->record))
    sf_line_append (SF_LINE (line), make_look_button (self, SF_ATTACHMENT (hit->record)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  sf_part_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "hit", hit, (GDestroyNotify)sf_search_hit_free);
  return row;
}

static void
append_hits (SfSearchPopover *self, GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (self, g_steal_pointer (&hits->pdata[i])));
  g_ptr_array_set_free_func (hits, NULL);
}

/* "Targets · 3"; "Evidence · the first 8 of 143" */
static char *
describe_group (SfSearchPopover *self, SfSearchKind kind)
{
  const char *label = sf_search_kind_get_label (kind);
  guint n = self->counts[kind];

  if (kind == SF_SEARCH_CONTENT && n >= OF_FILES)
    return g_strdup_printf (_ ("%s · the best %u"), label, n);
  if (kind != SF_SEARCH_CONTENT && n > OF_EACH_KIND)
    return g_strdup_printf (_ ("%s · the first %u of %u"), label, OF_EACH_KIND, n);
  return g_strdup_printf ("%s · %u", label, n);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *header = NULL;

  if (!before || hit_of (before)->kind != hit_of (row)->kind)
    {
      g_autofree char *text = describe_group (data, hit_of (row)->kind);

      header = sf_part_label (text, "sidebar-heading");
      if (before)
        gtk_widget_add_css_class (header, "later");
    }
  gtk_list_box_row_set_header (row, header);
}

/* --- what is said ------------------------------------------------------------------------- */

static guint
count_places (SfSearchPopover *self)
{
  guint n = 0;

  for (guint i = 0; i < SF_N_SEARCH_KINDS; i++)
    n += self->counts[i];
  return n;
}

static void
tell (SfSearchPopover *self)
{
  guint n = count_places (self);
  g_autofree char *found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Found in %u place",
                                                         "Found in %u places", n),
                                            n);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->scroller, n > 0);
  if (self->looking != NULL)
    text = n > 0 ? g_strdup_printf (_ ("%s. Looking inside the files…"), found)
                 : g_strdup (_ ("Looking inside the files…"));
  else if (n > 0)
    text = g_steal_pointer (&found);
  else
    text = g_strdup (
        _ ("Nothing was found. Looked in the statements, judgements, grades, targets, reviews and "
           "names, all evidence, and the text inside its files. The beginning of a word is "
           "enough; all words must be there."));
  sf_part_set_text (self->status, text);
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
go_first (SfSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  self->eager = FALSE;
  if (row)
    on_row_activated_cb (self, row);
}

/* --- searching ---------------------------------------------------------------------------- */

static void
stop_looking (SfSearchPopover *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
on_contents_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfSearchPopover) self = data;
  SfWorkbook *workbook = SF_WORKBOOK (source);
  g_autoptr (GError) error = NULL;
  GPtrArray *contents = sf_workbook_search_contents_finish (workbook, result, &error);
  g_autoptr (GPtrArray) hits = NULL;

  /* more was typed meanwhile, or the window has gone */
  if (g_task_get_cancellable (G_TASK (result)) != self->looking || self->context == NULL)
    {
      g_clear_pointer (&contents, g_ptr_array_unref);
      return;
    }
  g_clear_object (&self->looking);
  if (contents == NULL)
    {
      tell (self);
      sf_part_set_text (self->status, error->message);
      return;
    }
  hits = sf_workbook_place_content_hits (workbook, contents);
  self->counts[SF_SEARCH_CONTENT] = hits->len;
  append_hits (self, hits);
  tell (self);
  if (self->eager)
    go_first (self);
}

static void
look_into_files (SfSearchPopover *self, const char *query)
{
  self->looking = g_cancellable_new ();
  sf_workbook_search_contents (sf_context_get_workbook (self->context), query, OF_FILES,
                               self->looking, on_contents_cb, g_object_ref (self));
}

static void
search (SfSearchPopover *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) hits = NULL;

  stop_looking (self);
  self->eager = FALSE;
  sf_string_set (&self->searched, query);
  sf_part_clear (self->list);
  if (sf_text_is_blank (query))
    {
      gtk_widget_set_visible (self->scroller, FALSE);
      sf_part_set_text (self->status, _ ("Searches statements, judgements, targets, evidence and "
                                         "the text inside its files."));
      return;
    }
  hits = sf_search_counted (sf_context_get_model (self->context),
                            sf_context_get_evaluation (self->context), query, OF_EACH_KIND,
                            self->counts);
  append_hits (self, hits);
  look_into_files (self, query);
  tell (self);
}

/* --- keys ---------------------------------------------------------------------------------- */

static void
on_search_changed_cb (SfSearchPopover *self)
{
  if (g_strcmp0 (self->searched, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    search (self);
}

/* Enter goes to the first hit; where only files may have one, as soon as it is known. */
static void
on_activate_cb (SfSearchPopover *self)
{
  on_search_changed_cb (self);
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0) != NULL)
    go_first (self);
  else
    self->eager = self->looking != NULL;
}

static gboolean
on_entry_key_cb (SfSearchPopover *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (key != GDK_KEY_Down || !row)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

/* Esc, and Up from the first, lead back to the field; Ctrl+Enter shows a file. */
static gboolean
on_list_key_cb (SfSearchPopover *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  gboolean first = row != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == 0;

  if (row != NULL && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
      && (state & GDK_CONTROL_MASK) != 0 && SF_IS_ATTACHMENT (hit_of (row)->record))
    sf_preview_window_present (GTK_WIDGET (self), self->context,
                               SF_ATTACHMENT (hit_of (row)->record));
  else if (key == GDK_KEY_Escape || (key == GDK_KEY_Up && first))
    gtk_widget_grab_focus (self->entry);
  else
    return FALSE;
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
  search (self);
}

/* --- before the first search --------------------------------------------------------------- */

static gboolean
on_prepare_cb (gpointer data)
{
  SfSearchPopover *self = data;

  if (sf_search_prepare (sf_context_get_model (self->context)))
    return G_SOURCE_CONTINUE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_begin_preparing_cb (gpointer data)
{
  SfSearchPopover *self = data;

  self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, on_prepare_cb, self, NULL);
  return G_SOURCE_REMOVE;
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
  self->prepare_id
      = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MSEC, on_begin_preparing_cb, self, NULL);
  return GTK_WIDGET (self);
}

static void
sf_search_popover_dispose (GObject *object)
{
  SfSearchPopover *self = SF_SEARCH_POPOVER (object);

  stop_looking (self);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_object (&self->context);
  g_clear_pointer (&self->searched, g_free);
  G_OBJECT_CLASS (sf_search_popover_parent_class)->dispose (object);
}

static void
sf_search_popover_class_init (SfSearchPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_search_popover_dispose;
}

static void
add_key_controller (SfSearchPopover *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, keys);
}

static void
make_list (SfSearchPopover *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, self, NULL);
  sf_part_set_name (self->list, _ ("What was found"));
  gtk_widget_add_css_class (self->list, "search-hits");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  add_key_controller (self, self->list, G_CALLBACK (on_list_key_cb));
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

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 60);
  sf_part_set_name (self->entry, _ ("Search the centre file for"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  add_key_controller (self, self->entry, G_CALLBACK (on_entry_key_cb));
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
