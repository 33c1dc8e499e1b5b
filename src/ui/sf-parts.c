/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-parts.h"

#include "base/sf-text.h"
#include "ui/sf-line.h"
#include "ui/sf-pile.h"

#include <adwaita.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#define ORDINARY_DPI 96
#define WIDEST 1200 /* pixels: fits an office screen */

/* A name of a file that is broken somewhere gains no hyphen that it does not have. */
static void
forbid_hyphens (GtkLabel *label)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

GtkWidget *
sf_part_label (const char *text, const char *css_class)
{
  g_autofree char *shown = sf_text_to_shown (text);
  GtkWidget *label = gtk_label_new (shown);

  forbid_hyphens (GTK_LABEL (label));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
sf_part_row_label (const char *text, const char *css_class)
{
  GtkWidget *label = sf_part_label (text, css_class);

  /* to find out how narrow it can be, GTK would break a text that wraps at every letter */
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  /* a least width that is not one letter saves laying the text out letter by letter */
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  return label;
}

GtkWidget *
sf_part_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  return label;
}

GtkWidget *
sf_part_card (const char *heading, GtkWidget **header)
{
  GtkWidget *card = sf_pile_new (0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sf-card");
  if (heading != NULL)
    {
      GtkWidget *line = sf_line_new (12);
      GtkWidget *label = sf_part_heading (heading);

      gtk_widget_add_css_class (line, "sf-card-header");
      gtk_widget_set_hexpand (label, TRUE);
      sf_line_append (SF_LINE (line), label);
      gtk_box_append (GTK_BOX (card), line);
      if (header != NULL)
        {
          *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
          gtk_widget_set_valign (*header, GTK_ALIGN_CENTER);
          sf_line_append (SF_LINE (line), *header);
        }
    }
  return card;
}

GtkWidget *
sf_part_rows (const char *label)
{
  GtkWidget *rows = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "sf-rows");
  sf_part_set_name (rows, label);
  return rows;
}

GtkWidget *
sf_part_row (const char *title, const char *subtitle, GtkWidget *end)
{
  return sf_part_row_with (NULL, title, subtitle, end);
}

GtkWidget *
sf_part_row_with (GtkWidget *start, const char *title, const char *subtitle, GtkWidget *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = sf_line_new (12);
  GtkWidget *words = sf_pile_new (2);
  g_autofree char *name = subtitle != NULL && *subtitle != '\0'
                              ? g_strdup_printf ("%s, %s", title, subtitle)
                              : g_strdup (title);

  gtk_widget_add_css_class (row, "sf-row");
  gtk_box_append (GTK_BOX (words), sf_part_row_label (title, "sf-row-title"));
  if (subtitle != NULL && *subtitle != '\0')
    gtk_box_append (GTK_BOX (words), sf_part_row_label (subtitle, "sf-row-subtitle"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  if (start != NULL)
    sf_line_append (SF_LINE (line), start);
  sf_line_append (SF_LINE (line), words);
  if (end != NULL)
    {
      gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
      sf_line_append (SF_LINE (line), end);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  sf_part_set_name (row, name);
  return row;
}

GtkWidget *
sf_part_empty (const char *icon, const char *title, const char *text, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *head = sf_part_heading (title), *body = sf_part_label (text, NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 64);
  gtk_widget_add_css_class (image, "dim-label");
  gtk_widget_remove_css_class (head, "heading");
  gtk_widget_add_css_class (head, "title-2");
  for (GtkWidget **label = (GtkWidget *[]){ head, body, NULL }; *label != NULL; label++)
    {
      gtk_label_set_justify (GTK_LABEL (*label), GTK_JUSTIFY_CENTER);
      gtk_label_set_xalign (GTK_LABEL (*label), 0.5f);
      gtk_label_set_max_width_chars (GTK_LABEL (*label), 52);
    }
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), body);
  if (button != NULL)
    {
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "sf-empty");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

GtkWidget *
sf_part_icon_button (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  sf_part_set_name (button, name);
  return button;
}

GtkWidget *
sf_part_button (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  /* without a mnemonic, which would have the name said twice */
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), name);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), content);
  return button;
}

void
sf_part_set_name (GtkWidget *widget, const char *name)
{
  /* what takes the focus is a button inside */
  if (GTK_IS_DROP_DOWN (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
sf_part_set_labelled_by (GtkWidget *widget, GtkWidget *label)
{
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  if (GTK_IS_DROP_DOWN (widget))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
}

void
sf_part_set_mnemonic (GtkWidget *label, GtkWidget *widget)
{
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  /* GTK would have the label said twice */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sf_part_set_name (widget, gtk_label_get_text (GTK_LABEL (label)));
}

void
sf_part_close_by_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

GtkWidget *
sf_part_scrolled (GtkWidget *child, int maximum_width)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), maximum_width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), maximum_width);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_add_css_class (child, "sf-page-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  /* what is in it takes the focus; by itself it would be a stop without a name */
  gtk_widget_set_focusable (scrolled, FALSE);
  return scrolled;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
focus_chosen_row (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (list, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

gboolean
sf_part_focus_in_order (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL;
       child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

gboolean
sf_part_focus_list (GtkWidget *widget,
                    GtkListBox *list,
                    GtkWidget *after,
                    GtkDirectionType direction)
{
  gboolean in_list = has_focus_inside (GTK_WIDGET (list));
  gboolean in_after = after != NULL && has_focus_inside (after);

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      if (!in_list && !in_after)
        return focus_chosen_row (list)
               || (after != NULL && gtk_widget_child_focus (after, direction));
      return after != NULL && gtk_widget_child_focus (after, direction);
    case GTK_DIR_TAB_BACKWARD:
      if (in_list)
        return FALSE;
      return (after != NULL && gtk_widget_child_focus (after, direction))
             || focus_chosen_row (list);
    default:
      return in_after ? gtk_widget_child_focus (after, direction)
                      : gtk_widget_child_focus (GTK_WIDGET (list), direction);
    }
}

void
sf_part_clear (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    {
      if (GTK_IS_LIST_BOX (container))
        gtk_list_box_remove (GTK_LIST_BOX (container), child);
      else
        gtk_box_remove (GTK_BOX (container), child);
    }
}

void
sf_part_set_text (GtkWidget *label, const char *text)
{
  g_autofree char *shown = sf_text_to_shown (text);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), shown) != 0)
    gtk_label_set_text (GTK_LABEL (label), shown != NULL ? shown : "");
}

void
sf_part_name_buttons (GtkWidget *widget, const char *without_word)
{
  if (GTK_IS_BUTTON (widget))
    {
      GtkWidget *child = gtk_button_get_child (GTK_BUTTON (widget));
      gboolean plain = gtk_button_get_label (GTK_BUTTON (widget)) != NULL && GTK_IS_LABEL (child);
      const char *word = plain ? gtk_label_get_text (GTK_LABEL (child)) : without_word;

      if (word == NULL)
        return;
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      sf_part_set_name (widget, word);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sf_part_name_buttons (child, without_word);
}

int
sf_part_window_width (GtkWidget *window, int width)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (window), "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= ORDINARY_DPI * PANGO_SCALE)
    return width;
  return MAX (width, MIN (width * (dpi / PANGO_SCALE) / ORDINARY_DPI, WIDEST));
}

GtkWidget *
sf_part_dates_note_new (void)
{
  GtkWidget *note
      = sf_part_label (_ ("The due date is before the start: one of the two is mistaken."),
                       "error");

  gtk_widget_set_visible (note, FALSE);
  return note;
}

void
sf_part_dates_note_show (GtkWidget *note, const char *starts_on, const char *due_on)
{
  gtk_widget_set_visible (note,
                          starts_on != NULL && due_on != NULL && strcmp (due_on, starts_on) < 0);
}

gboolean
sf_part_has_focus (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
