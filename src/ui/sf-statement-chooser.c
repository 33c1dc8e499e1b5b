/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-statement-chooser.h"

#include "model/sf-search.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfStatementChooser
{
  AdwBin parent_instance;

  SfContext *context;
  char *none;
  gboolean centre_only;
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SfStatementChooser, sf_statement_chooser, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static SfStatement *
get_statement (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "sf-statement");
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SfStatementChooser *self)
{
  SfStatement *statement = get_statement (row);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[CHOSEN], 0,
                 statement != NULL ? sf_statement_get_code (statement) : NULL);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  SfStatementChooser *self = data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  SfStatement *statement = get_statement (row);
  g_autofree char *text = NULL;

  if (statement == NULL)
    return *words == '\0';
  text = g_strjoin (" ", sf_statement_get_code (statement), sf_statement_get_title (statement),
                    sf_statement_get_text (statement),
                    sf_key_area_get_title (sf_statement_get_area (statement)), NULL);
  return *words == '\0' || sf_search_text_matches (text, words);
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SfStatement *statement = get_statement (row);
  SfStatement *last = before != NULL ? get_statement (before) : NULL;
  SfKeyArea *area = statement != NULL ? sf_statement_get_area (statement) : NULL;
  GtkWidget *header;

  if (area == NULL || (last != NULL && sf_statement_get_area (last) == area))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  header = sf_part_label (sf_key_area_get_title (area), "sf-chooser-header");
  gtk_list_box_row_set_header (row, header);
}

static void
on_search_changed_cb (SfStatementChooser *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* Enter chooses the first that is left. */
static void
on_search_activate_cb (SfStatementChooser *self)
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
append_statement (SfStatementChooser *self, SfStatement *statement)
{
  GtkWidget *row
      = sf_part_row (sf_statement_get_title (statement), sf_statement_get_code (statement), NULL);

  g_object_set_data (G_OBJECT (row), "sf-statement", statement);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Only when it is opened for the first time: it has a row for each statement. */
static void
fill (SfStatementChooser *self)
{
  SfFramework *framework = sf_context_get_framework (self->context);
  GPtrArray *statements;

  if (framework == NULL || gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0) != NULL)
    return;
  if (self->none != NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->list), sf_part_row (self->none, NULL, NULL));
  statements = sf_framework_get_statements (framework);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);

      if (!self->centre_only || sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE)
        append_statement (self, statement);
    }
}

static void
on_popover_show_cb (SfStatementChooser *self)
{
  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
build_popover (SfStatementChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scrolled, FALSE);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Code or words of a statement"), NULL);
  sf_part_set_name (self->search, _ ("Code or words of a statement"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed_cb),
                            self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate_cb), self);
  self->list = sf_part_rows (_ ("Statements"));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_header, NULL, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list),
                                sf_part_label (_ ("No statement has these words."), "sf-nothing"));
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
sf_statement_chooser_dispose (GObject *object)
{
  SfStatementChooser *self = SF_STATEMENT_CHOOSER (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_statement_chooser_parent_class)->dispose (object);
}

static void
sf_statement_chooser_finalize (GObject *object)
{
  g_free (SF_STATEMENT_CHOOSER (object)->none);
  G_OBJECT_CLASS (sf_statement_chooser_parent_class)->finalize (object);
}

static void
sf_statement_chooser_class_init (SfStatementChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sf_statement_chooser_dispose;
  object_class->finalize = sf_statement_chooser_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sf_statement_chooser_init (SfStatementChooser *self)
{
}

GtkWidget *
sf_statement_chooser_new (SfContext *context,
                          const char *label,
                          const char *none,
                          gboolean centre_only)
{
  SfStatementChooser *self;
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_STATEMENT_CHOOSER, NULL);
  self->context = g_object_ref (context);
  self->none = g_strdup (none);
  self->centre_only = centre_only;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->button), TRUE);
  sf_menu_button_set_name (self->button, name);
  build_popover (self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  adw_bin_set_child (ADW_BIN (self), self->button);
  return GTK_WIDGET (self);
}
