/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-add-button.h"

#include "base/sf-text.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *offer; /* heading and choices */
  GtkWidget *heading;
  GtkWidget *choices;
  SfAddFunc func;
  SfAddFunc choose;
  gpointer data;
} Asker;

#define CHOICES_HEIGHT 320

static void
on_add_cb (Asker *self)
{
  g_autofree char *line = sf_text_to_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *text = sf_text_clean (line);

  if (sf_text_is_blank (text))
    {
      gtk_widget_grab_focus (self->entry);
      return;
    }
  if (!self->func (text, self->data))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_entry_changed_cb (Asker *self)
{
  gtk_widget_set_sensitive (self->button,
                            !sf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
on_choice_cb (GtkListBox *list, GtkListBoxRow *row, Asker *self)
{
  if (self->choose (g_object_get_data (G_OBJECT (row), "sf-id"), self->data))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GtkWidget *
create_offer (Asker *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->offer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->heading = sf_part_label (NULL, "sf-form-label");
  self->choices = sf_part_rows ("");
  g_signal_connect (self->choices, "row-activated", G_CALLBACK (on_choice_cb), self);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), CHOICES_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->choices);
  gtk_box_append (GTK_BOX (self->offer), self->heading);
  gtk_box_append (GTK_BOX (self->offer), scroller);
  gtk_widget_set_visible (self->offer, FALSE);
  return self->offer;
}

static GtkWidget *
create_popover (Asker *self, const char *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = sf_part_label (question, NULL);

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), SF_TEXT_MAX_LINE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 30);
  gtk_widget_set_hexpand (self->entry, TRUE);
  sf_part_set_labelled_by (self->entry, label);
  sf_part_set_name (self->entry, question);
  self->button = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_add_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_entry_changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_add_cb), self);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (box), create_offer (self));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "sf-popover");
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  return self->popover;
}

GtkWidget *
sf_add_button_new (
    const char *label, const char *icon, const char *question, SfAddFunc func, gpointer data)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content;
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);
  Asker *self = g_new0 (Asker, 1);

  self->func = func;
  self->data = data;
  if (icon != NULL)
    {
      content = adw_button_content_new ();
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
      adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
      gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
    }
  else
    {
      content = gtk_label_new_with_mnemonic (label);
      gtk_label_set_mnemonic_widget (GTK_LABEL (content), button);
    }
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), create_popover (self, question));
  /* a label with a mnemonic has named it already, and it would be said twice */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sf_menu_button_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "sf-asker", self, g_free);
  return button;
}

void
sf_add_button_set_choices (GtkWidget *button,
                           const char *heading,
                           const SfAddChoice *choices,
                           guint n_choices,
                           SfAddFunc func)
{
  Asker *self = g_object_get_data (G_OBJECT (button), "sf-asker");

  g_return_if_fail (self != NULL);

  self->choose = func;
  sf_part_set_text (self->heading, heading);
  sf_part_set_name (self->choices, heading);
  sf_part_clear (self->choices);
  for (guint i = 0; i < n_choices; i++)
    {
      GtkWidget *row = sf_part_row (choices[i].title, choices[i].subtitle, NULL);

      g_object_set_data_full (G_OBJECT (row), "sf-id", g_strdup (choices[i].id), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->choices), row);
    }
  gtk_widget_set_visible (self->offer, n_choices > 0);
}
