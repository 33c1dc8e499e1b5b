/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-search-popover.h"

#include "base/sf-text.h"
#include "model/sf-evidence-order.h"
#include "ui/sf-line.h"
#include "ui/sf-page.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-preview-window.h"

#include <glib/gi18n-lib.h>

struct _SfSearchPopover
{
  SfFinder parent_instance;

  guint counts[SF_N_SEARCH_KINDS]; /* of what is written */
  guint prepare_id;
};

G_DEFINE_FINAL_TYPE (SfSearchPopover, sf_search_popover, SF_TYPE_FINDER)

#define OF_EACH_KIND 8
#define WIDTH_CHARS 62
#define PREPARE_MSEC 1500 /* after opening, when the window has long been seen */

/* --- hits -------------------------------------------------------------------------------- */

/* (transfer full) (nullable): what tells it apart, or what kind of evidence it is; a file's name is
 * what was found in it */
static char *
get_detail (const SfSearchHit *hit)
{
  if (hit->kind == SF_SEARCH_EVIDENCE && sf_search_hit_is_in_title (hit))
    return sf_evidence_to_text (hit->evidence);
  return hit->kind != SF_SEARCH_ATTACHMENT ? g_strdup (hit->detail) : NULL;
}

static GtkWidget *
make_words (SfFinder *finder, SfSearchHit *hit, const char *detail)
{
  GtkWidget *words = sf_pile_new (2);

  gtk_box_append (GTK_BOX (words), sf_finder_make_label (finder, hit->title, "heading"));
  if (detail != NULL)
    {
      GtkWidget *label = sf_finder_make_label (finder, detail, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (words), label);
    }
  if (!sf_search_hit_is_in_title (hit))
    gtk_box_append (GTK_BOX (words), sf_finder_make_snippet (finder, hit));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static gboolean
look (SfFinder *finder, GtkListBoxRow *row)
{
  SfSearchHit *hit = sf_finder_get_hit (row);
  g_autoptr (SfAttachment) file = NULL;

  if (!SF_IS_ATTACHMENT (hit->record))
    return FALSE;
  file = g_object_ref (SF_ATTACHMENT (hit->record));
  /* it would lie over the preview */
  gtk_popover_popdown (GTK_POPOVER (finder));
  sf_preview_window_present (GTK_WIDGET (finder), sf_finder_get_context (finder), file);
  return TRUE;
}

static void
on_look_clicked_cb (GtkWidget *button, SfFinder *finder)
{
  look (finder, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
}

/* The file itself, besides its evidence, which the row leads to. */
static GtkWidget *
make_look_button (SfFinder *finder, SfAttachment *attachment)
{
  g_autofree char *name
      = g_strdup_printf (_ ("Show %s (Ctrl+Enter)"), sf_attachment_get_name (attachment));
  GtkWidget *button = sf_part_icon_button ("view-reveal-symbolic", name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_look_clicked_cb), finder);
  return button;
}

static GtkWidget *
create_row (SfFinder *finder, SfSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = sf_line_new (8);
  g_autofree char *detail = get_detail (hit);
  const char *snippet = sf_search_hit_is_in_title (hit) ? NULL : hit->snippet;
  g_autofree char *name
      = g_strdup_printf ("%s: %s%s%s%s%s",
                         sf_search_kind_get_label (sf_search_kind_get_group (hit->kind)),
                         hit->title, detail ? " · " : "", detail ? detail : "", snippet ? ", " : "",
                         snippet ? snippet : "");

  sf_line_append (SF_LINE (line), make_words (finder, hit, detail));
  if (SF_IS_ATTACHMENT (hit->record))
    sf_line_append (SF_LINE (line), make_look_button (finder, SF_ATTACHMENT (hit->record)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  sf_part_set_name (row, name);
  return row;
}

/* "Targets · 3"; "Evidence · the first 8 of 143" */
static char *
describe_group (SfSearchPopover *self, SfSearchKind kind)
{
  const char *label = sf_search_kind_get_label (kind);
  guint n
      = kind == SF_SEARCH_CONTENT ? sf_finder_count_inside (SF_FINDER (self)) : self->counts[kind];

  if (kind != SF_SEARCH_CONTENT && n > OF_EACH_KIND)
    return g_strdup_printf (_ ("%s · the first %u of %u"), label, OF_EACH_KIND, n);
  return g_strdup_printf ("%s · %u", label, n);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SfSearchKind group = sf_search_kind_get_group (sf_finder_get_hit (row)->kind);
  GtkWidget *header = NULL;

  if (!before || sf_search_kind_get_group (sf_finder_get_hit (before)->kind) != group)
    {
      g_autofree char *text = describe_group (data, group);

      header = sf_part_label (text, "sidebar-heading");
      if (before)
        gtk_widget_add_css_class (header, "later");
    }
  gtk_list_box_row_set_header (row, header);
}

static guint
count_places (SfSearchPopover *self)
{
  guint n = sf_finder_count_inside (SF_FINDER (self));

  for (guint i = 0; i < SF_N_SEARCH_KINDS; i++)
    n += self->counts[i];
  return n;
}

static void
tell (SfFinder *finder)
{
  guint n = count_places (SF_SEARCH_POPOVER (finder));
  g_autofree char *found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Found in %u place",
                                                         "Found in %u places", n),
                                            n);
  g_autofree char *going_on = g_strdup_printf (_ ("%s. Looking inside the files…"), found);

  if (sf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (sf_finder_get_entry (finder)))))
    sf_finder_say (finder, _ ("Searches statements, judgements, targets, evidence and "
                              "the text inside its files."));
  else if (sf_finder_is_looking (finder))
    sf_finder_say (finder, n > 0 ? going_on : _ ("Looking inside the files…"));
  else if (n > 0)
    sf_finder_say (finder, found);
  else
    sf_finder_say (
        finder,
        _ ("Nothing was found. Looked in the statements, judgements, grades, targets, reviews and "
           "names, all evidence, and the text inside its files. The beginning of a word is "
           "enough; all words must be there."));
}

/* --- choosing ---------------------------------------------------------------------------- */

static void
go (SfFinder *finder, GtkListBoxRow *row)
{
  SfContext *context = sf_finder_get_context (finder);
  SfSearchHit *hit = sf_finder_get_hit (row);
  g_autofree char *page_id = hit->area_code ? g_strconcat ("area:", hit->area_code, NULL) : NULL;

  if (hit->record && sf_context_go_record (context, hit->record))
    return;
  if (page_id && sf_pages_exists (page_id))
    sf_context_go (context, page_id, hit->statement_code);
}

static GPtrArray *
find (SfFinder *finder, const char *words)
{
  SfContext *context = sf_finder_get_context (finder);

  return sf_search_counted (sf_context_get_model (context), sf_context_get_evaluation (context),
                            words, OF_EACH_KIND, SF_SEARCH_POPOVER (finder)->counts);
}

/* The words of the last time are there, to be used again or typed over. */
static void
sf_search_popover_show (GtkWidget *widget)
{
  GtkWidget *entry = sf_finder_get_entry (SF_FINDER (widget));

  GTK_WIDGET_CLASS (sf_search_popover_parent_class)->show (widget);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

/* --- before the first search --------------------------------------------------------------- */

static gboolean
on_prepare_cb (gpointer data)
{
  SfSearchPopover *self = data;

  if (sf_search_prepare (sf_context_get_model (sf_finder_get_context (SF_FINDER (self)))))
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

GtkWidget *
sf_search_popover_new (SfContext *context)
{
  SfSearchPopover *self = g_object_new (SF_TYPE_SEARCH_POPOVER, NULL);

  sf_finder_set_up (SF_FINDER (self), context, _ ("Search the centre file for"),
                    _ ("What was found"), WIDTH_CHARS);
  self->prepare_id
      = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MSEC, on_begin_preparing_cb, self, NULL);
  return GTK_WIDGET (self);
}

static void
sf_search_popover_dispose (GObject *object)
{
  g_clear_handle_id (&SF_SEARCH_POPOVER (object)->prepare_id, g_source_remove);
  G_OBJECT_CLASS (sf_search_popover_parent_class)->dispose (object);
}

static void
sf_search_popover_class_init (SfSearchPopoverClass *klass)
{
  SfFinderClass *finder_class = SF_FINDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_search_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = sf_search_popover_show;
  finder_class->find = find;
  finder_class->create_row = create_row;
  finder_class->choose = go;
  finder_class->choose_more = look;
  finder_class->tell = tell;
}

static void
sf_search_popover_init (SfSearchPopover *self)
{
  gtk_list_box_set_header_func (GTK_LIST_BOX (sf_finder_get_list (SF_FINDER (self))), update_header,
                                self, NULL);
}
