/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-chooser.h"

#include "model/sf-search.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"

#define KEY "sf-key"
#define HEADER "sf-header"
#define WORDS "sf-words"

struct _SfChooser
{
  AdwBin parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
  SfChooserFill fill;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (SfChooser, sf_chooser, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *
get_text (GtkListBoxRow *row, const char *what)
{
  return g_object_get_data (G_OBJECT (row), what);
}

static void
set_text (GtkWidget *row, const char *what, const char *text)
{
  g_object_set_data_full (G_OBJECT (row), what, g_strdup (text), g_free);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SfChooser *self)
{
  g_autofree char *key = g_strdup (get_text (row, KEY));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (SF_CHOOSER (data)->search));
  const char *words = get_text (row, WORDS);

  return *typed == '\0' || (words != NULL && sf_search_text_matches (words, typed));
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *header = get_text (row, HEADER);

  if (header == NULL || (before != NULL && g_strcmp0 (get_text (before, HEADER), header) == 0))
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, sf_part_label (header, "sf-chooser-header"));
}

static void
on_search_changed_cb (SfChooser *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* Enter chooses the first that is left. */
static void
on_search_activate_cb (SfChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        on_row_activated_cb (GTK_LIST_BOX (self->list), row, self);
        return;
      }
}

static void
on_popover_show_cb (SfChooser *self)
{
  self->fill (self, self->data);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

gboolean
sf_chooser_is_empty (SfChooser *self)
{
  g_return_val_if_fail (SF_IS_CHOOSER (self), TRUE);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0) == NULL;
}

void
sf_chooser_clear (SfChooser *self)
{
  g_return_if_fail (SF_IS_CHOOSER (self));

  sf_part_clear (self->list);
}

void
sf_chooser_append (SfChooser *self,
                   const char *key,
                   const char *title,
                   const char *subtitle,
                   const char *header,
                   const char *words)
{
  GtkWidget *row;

  g_return_if_fail (SF_IS_CHOOSER (self));

  row = sf_part_row (title, subtitle, NULL);
  set_text (row, KEY, key);
  set_text (row, HEADER, header);
  set_text (row, WORDS, words);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
build_popover (SfChooser *self, const char *search, const char *list, const char *nothing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scrolled, FALSE);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", search, NULL);
  sf_part_set_name (self->search, search);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed_cb),
                            self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate_cb), self);
  self->list = sf_part_rows (list);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_header, NULL, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), sf_part_label (nothing, "sf-nothing"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_size_request (scrolled, 340, 320);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "sf-popover");
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover_show_cb), self);
}

static void
sf_chooser_finalize (GObject *object)
{
  SfChooser *self = SF_CHOOSER (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (sf_chooser_parent_class)->finalize (object);
}

static void
sf_chooser_class_init (SfChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_chooser_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sf_chooser_init (SfChooser *self)
{
}

GtkWidget *
sf_chooser_new (const char *label,
                const char *search,
                const char *list,
                const char *nothing,
                SfChooserFill fill,
                gpointer data,
                GDestroyNotify destroy)
{
  SfChooser *self = g_object_new (SF_TYPE_CHOOSER, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  self->fill = fill;
  self->data = data;
  self->destroy = destroy;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->button), TRUE);
  sf_menu_button_set_name (self->button, name);
  build_popover (self, search, list, nothing);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  adw_bin_set_child (ADW_BIN (self), self->button);
  return GTK_WIDGET (self);
}
