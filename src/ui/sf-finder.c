/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-finder.h"

#include "base/sf-text.h"
#include "ui/sf-columns.h"
#include "ui/sf-parts.h"
#include "ui/sf-snippet.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-search.h"

#define OF_FILES 40 /* the best; they come last, and nobody reads further */
#define LEAST_CHARS 14
#define LIST_HEIGHT 460

typedef struct
{
  SfContext *context;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *status;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *before; /* weak: what had the focus when it was opened */
  int width_chars;
  char *searched;        /* the words whose hits are shown */
  GPtrArray *hits;       /* of SfSearchHit; the rows borrow them */
  GCancellable *looking; /* into files */
  guint n_rows;
  guint n_inside;
  gboolean eager; /* take the first as soon as there is one */
} SfFinderPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SfFinder, sf_finder, GTK_TYPE_POPOVER)

#define GET(self) ((SfFinderPrivate *)sf_finder_get_instance_private (self))

/* --- rows ---------------------------------------------------------------------------------- */

SfSearchHit *
sf_finder_get_hit (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "hit");
}

static void
append_row (SfFinder *self, SfSearchHit *hit)
{
  SfFinderPrivate *priv = GET (self);
  GtkWidget *row = SF_FINDER_GET_CLASS (self)->create_row (self, hit);

  g_object_set_data (G_OBJECT (row), "hit", hit);
  gtk_list_box_append (GTK_LIST_BOX (priv->list), row);
  priv->n_rows++;
}

static void
tell (SfFinder *self)
{
  SfFinderPrivate *priv = GET (self);

  gtk_widget_set_visible (priv->scroller, priv->n_rows > 0);
  SF_FINDER_GET_CLASS (self)->tell (self);
}

/* The first that can be chosen. */
static GtkWidget *
get_first_row (SfFinder *self)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (GET (self)->list), 0));

  while (row != NULL && !gtk_widget_get_sensitive (row))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
choose (SfFinder *self, GtkWidget *row)
{
  g_autoptr (SfFinder) alive = g_object_ref (self);

  g_clear_weak_pointer (&GET (self)->before); /* not back, but on */
  gtk_popover_popdown (GTK_POPOVER (self));
  SF_FINDER_GET_CLASS (alive)->choose (alive, GTK_LIST_BOX_ROW (row));
}

static void
on_row_activated_cb (SfFinder *self, GtkListBoxRow *row)
{
  choose (self, GTK_WIDGET (row));
}

/* --- searching ----------------------------------------------------------------------------- */

static void
stop_looking (SfFinder *self)
{
  SfFinderPrivate *priv = GET (self);

  g_cancellable_cancel (priv->looking);
  g_clear_object (&priv->looking);
}

/* What is only in files comes after the rest, so that nothing moves under the hand. */
static void
add_contents (SfFinder *self, GPtrArray *contents)
{
  SfFinderPrivate *priv = GET (self);
  SfWorkbook *workbook = sf_context_get_workbook (priv->context);
  g_autoptr (GPtrArray) inside = sf_workbook_place_content_hits (workbook, contents, priv->hits);
  guint first = priv->hits->len;

  for (guint i = inside->len; i > 0; i--)
    if (!SF_FINDER_GET_CLASS (self)->wants (self, inside->pdata[i - 1]))
      g_ptr_array_remove_index (inside, i - 1);
  priv->n_inside = inside->len;
  g_ptr_array_extend_and_steal (priv->hits, g_steal_pointer (&inside));
  for (guint i = first; i < priv->hits->len; i++)
    append_row (self, priv->hits->pdata[i]);
}

static void
on_contents_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfFinder) self = data;
  SfFinderPrivate *priv = GET (self);
  g_autoptr (GError) error = NULL;
  GPtrArray *contents = sf_workbook_search_contents_finish (SF_WORKBOOK (source), result, &error);

  /* more was typed meanwhile, or the window has gone */
  if (g_task_get_cancellable (G_TASK (result)) != priv->looking || priv->context == NULL)
    {
      g_clear_pointer (&contents, g_ptr_array_unref);
      return;
    }
  g_clear_object (&priv->looking);
  if (contents != NULL)
    add_contents (self, contents);
  tell (self);
  if (error != NULL)
    sf_finder_say (self, error->message);
  if (priv->eager && get_first_row (self) != NULL)
    choose (self, get_first_row (self));
  priv->eager = FALSE;
}

static void
fill (SfFinder *self)
{
  SfFinderPrivate *priv = GET (self);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (priv->entry));

  stop_looking (self);
  priv->eager = FALSE;
  priv->n_rows = priv->n_inside = 0;
  sf_string_set (&priv->searched, words);
  sf_part_clear (priv->list);
  g_clear_pointer (&priv->hits, g_ptr_array_unref);
  priv->hits = SF_FINDER_GET_CLASS (self)->find (self, words);
  for (guint i = 0; i < priv->hits->len; i++)
    append_row (self, priv->hits->pdata[i]);
  if (!sf_text_is_blank (words))
    {
      priv->looking = g_cancellable_new ();
      sf_workbook_search_contents (sf_context_get_workbook (priv->context), words, OF_FILES,
                                   priv->looking, on_contents_cb, g_object_ref (self));
    }
  tell (self);
}

static void
on_search_changed_cb (SfFinder *self)
{
  SfFinderPrivate *priv = GET (self);

  if (g_strcmp0 (priv->searched, gtk_editable_get_text (GTK_EDITABLE (priv->entry))) != 0)
    fill (self);
}

/* --- keys ---------------------------------------------------------------------------------- */

/* Enter takes the first; where only files may have one, as soon as it is known. */
static void
on_activate_cb (SfFinder *self)
{
  GtkWidget *row;

  on_search_changed_cb (self);
  row = get_first_row (self);
  if (row != NULL)
    choose (self, row);
  else
    GET (self)->eager = GET (self)->looking != NULL;
}

static gboolean
is_return (guint key, GdkModifierType state)
{
  return (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0;
}

static gboolean
on_entry_key_cb (SfFinder *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row;

  if (key != GDK_KEY_Down && !is_return (key, state))
    return FALSE;
  on_search_changed_cb (self);
  row = get_first_row (self);
  if (row == NULL)
    return FALSE;
  if (is_return (key, state))
    return SF_FINDER_GET_CLASS (self)->choose_more (self, GTK_LIST_BOX_ROW (row));
  return gtk_widget_grab_focus (row);
}

static gboolean
on_list_key_cb (SfFinder *self, guint key, guint code, GdkModifierType state)
{
  SfFinderPrivate *priv = GET (self);
  GtkWidget *row = gtk_widget_get_focus_child (priv->list);

  if (row != NULL && is_return (key, state))
    return SF_FINDER_GET_CLASS (self)->choose_more (self, GTK_LIST_BOX_ROW (row));
  if (key != GDK_KEY_Escape && (key != GDK_KEY_Up || row != get_first_row (self)))
    return FALSE;
  return gtk_widget_grab_focus (priv->entry);
}

static void
add_key_controller (SfFinder *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, keys);
}

/* --- opening and closing ------------------------------------------------------------------- */

static void
sf_finder_show (GtkWidget *widget)
{
  SfFinder *self = SF_FINDER (widget);
  SfFinderPrivate *priv = GET (self);

  g_set_weak_pointer (&priv->before, gtk_root_get_focus (gtk_widget_get_root (widget)));
  /* as wide as so many letters are at the present text size */
  gtk_widget_set_size_request (priv->box, sf_chars_to_pixels (widget, priv->width_chars), -1);
  GTK_WIDGET_CLASS (sf_finder_parent_class)->show (widget);
  gtk_widget_grab_focus (priv->entry);
  fill (self);
}

/* Back to where one was: a text keeps its place only if it is not asked to select all. */
static void
sf_finder_closed (GtkPopover *popover)
{
  SfFinderPrivate *priv = GET (SF_FINDER (popover));
  GtkWidget *before = priv->before;

  g_clear_weak_pointer (&priv->before);
  stop_looking (SF_FINDER (popover));
  if (before == NULL || !gtk_widget_get_mapped (before)
      || gtk_widget_is_ancestor (before, GTK_WIDGET (popover)))
    return;
  if (GTK_IS_TEXT (before))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (before));
  else
    gtk_widget_grab_focus (before);
}

/* --- for subclasses ------------------------------------------------------------------------ */

SfContext *
sf_finder_get_context (SfFinder *self)
{
  return GET (self)->context;
}

GtkWidget *
sf_finder_get_entry (SfFinder *self)
{
  return GET (self)->entry;
}

GtkWidget *
sf_finder_get_list (SfFinder *self)
{
  return GET (self)->list;
}

guint
sf_finder_count_rows (SfFinder *self)
{
  return GET (self)->n_rows;
}

guint
sf_finder_count_inside (SfFinder *self)
{
  return GET (self)->n_inside;
}

gboolean
sf_finder_is_looking (SfFinder *self)
{
  return GET (self)->looking != NULL;
}

void
sf_finder_say (SfFinder *self, const char *text)
{
  sf_part_set_text (GET (self)->status, text);
  gtk_widget_set_visible (GET (self)->status, *text != '\0');
}

void
sf_finder_append (SfFinder *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (GET (self)->box), widget);
}

/* Wide enough that the height of the list is known before its width is. */
GtkWidget *
sf_finder_make_label (SfFinder *self, const char *text, const char *css_class)
{
  GtkWidget *label = sf_part_label (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GET (self)->width_chars - LEAST_CHARS);
  return label;
}

GtkWidget *
sf_finder_make_snippet (SfFinder *self, const SfSearchHit *hit)
{
  GtkWidget *label = sf_finder_make_label (self, NULL, "caption");
  g_autofree char *markup = sf_snippet_to_markup (hit->snippet, hit->ranges, hit->n_ranges);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

/* --- the object ---------------------------------------------------------------------------- */

void
sf_finder_set_up (SfFinder *self,
                  SfContext *context,
                  const char *entry_name,
                  const char *list_name,
                  int width_chars)
{
  SfFinderPrivate *priv = GET (self);

  g_return_if_fail (SF_IS_FINDER (self));
  g_return_if_fail (priv->context == NULL);

  priv->context = g_object_ref (context);
  priv->width_chars = width_chars;
  sf_part_set_name (priv->entry, entry_name);
  sf_part_set_name (priv->list, list_name);
}

static gboolean
wants_all (SfFinder *self, const SfSearchHit *hit)
{
  return TRUE;
}

static gboolean
choose_no_more (SfFinder *self, GtkListBoxRow *row)
{
  return FALSE;
}

static void
sf_finder_dispose (GObject *object)
{
  SfFinderPrivate *priv = GET (SF_FINDER (object));

  stop_looking (SF_FINDER (object));
  g_clear_weak_pointer (&priv->before);
  g_clear_object (&priv->context);
  g_clear_pointer (&priv->searched, g_free);
  G_OBJECT_CLASS (sf_finder_parent_class)->dispose (object);
  g_clear_pointer (&priv->hits, g_ptr_array_unref);
}

static void
sf_finder_class_init (SfFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_finder_dispose;
  GTK_WIDGET_CLASS (klass)->show = sf_finder_show;
  GTK_POPOVER_CLASS (klass)->closed = sf_finder_closed;
  klass->wants = wants_all;
  klass->choose_more = choose_no_more;
}

static void
make_list (SfFinder *self)
{
  SfFinderPrivate *priv = GET (self);

  priv->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (priv->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (priv->list, "search-hits");
  g_signal_connect_swapped (priv->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  add_key_controller (self, priv->list, G_CALLBACK (on_list_key_cb));
  priv->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (priv->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (priv->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (priv->scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scroller), priv->list);
  gtk_widget_set_visible (priv->scroller, FALSE);
}

static void
sf_finder_init (SfFinder *self)
{
  SfFinderPrivate *priv = GET (self);

  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  priv->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (priv->entry), 60);
  g_signal_connect_swapped (priv->entry, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (priv->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (priv->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  add_key_controller (self, priv->entry, G_CALLBACK (on_entry_key_cb));
  priv->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "wrap", TRUE, "xalign", 0.0, "max-width-chars", 48, NULL);
  gtk_widget_add_css_class (priv->status, "dim-label");
  gtk_widget_add_css_class (priv->status, "caption");
  make_list (self);
  gtk_box_append (GTK_BOX (priv->box), priv->entry);
  gtk_box_append (GTK_BOX (priv->box), priv->status);
  gtk_box_append (GTK_BOX (priv->box), priv->scroller);
  gtk_popover_set_child (GTK_POPOVER (self), priv->box);
}
