/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-text.h"
#include "model/sf-target-groups.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-field-private.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

#define CHECKS_KEY "sf-checks"
#define FIELD_KEY "sf-field"
#define LABEL_KEY "sf-label"

/* Several words of %SF_VOCABULARY_TARGET_GROUP: a button that says them, and under it a list to
 * tick. */

static guint
get_groups (gpointer control)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (control), CHECKS_KEY);
  guint groups = 0;

  for (guint n = 0; n < checks->len; n++)
    if (gtk_check_button_get_active (checks->pdata[n]))
      groups |= 1u << n;
  return groups;
}

static void
say_chosen (gpointer control)
{
  SfField *field = g_object_get_data (G_OBJECT (control), FIELD_KEY);
  g_autofree char *text = sf_target_groups_to_text (get_groups (control));
  g_autofree char *shown
      = *text != '\0' ? sf_text_upper_first (text) : g_strdup (_ ("No group in particular"));

  sf_part_set_text (g_object_get_data (G_OBJECT (control), LABEL_KEY), shown);
  if (field != NULL)
    sf_field_set_about (field, shown);
}

static char *
dup_text (gpointer control)
{
  return sf_target_groups_to_column (get_groups (control));
}

static void
set_text (gpointer control, const char *text)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (control), CHECKS_KEY);
  guint groups = sf_target_groups_parse (text, NULL);

  for (guint n = 0; n < checks->len; n++)
    gtk_check_button_set_active (checks->pdata[n], (groups & 1u << n) != 0);
  say_chosen (control);
}

static void
on_toggled_cb (GtkCheckButton *check, GtkWidget *control)
{
  SfField *field = g_object_get_data (G_OBJECT (control), FIELD_KEY);

  say_chosen (control);
  sf_binding_chosen (sf_field_get_binding (field));
}

static GtkWidget *
create_popover (GtkWidget *control)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GPtrArray *checks = g_ptr_array_new ();

  for (guint n = 0; n < sf_vocabulary_get_n_terms (SF_VOCABULARY_TARGET_GROUP); n++)
    {
      const char *label = sf_vocabulary_get_nth_label (SF_VOCABULARY_TARGET_GROUP, n);
      GtkWidget *check = gtk_check_button_new_with_label (label);

      gtk_widget_set_tooltip_text (check,
                                   sf_vocabulary_get_nth_explanation (SF_VOCABULARY_TARGET_GROUP,
                                                                      n));
      sf_part_set_name (check, label);
      gtk_box_append (GTK_BOX (box), check);
      g_ptr_array_add (checks, check);
    }
  g_object_set_data_full (G_OBJECT (control), CHECKS_KEY, checks,
                          (GDestroyNotify)g_ptr_array_unref);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/* A child of our own: the button inside then has the name of the whole, not of its label. */
static GtkWidget *
create_child (GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  g_object_set_data (G_OBJECT (control), LABEL_KEY, label);
  return box;
}

/**
 * sf_field_groups_new:
 * @column: the TEXT column of target groups
 *
 * Returns: (transfer floating): a field with a list to tick; each tick writes at once
 */
GtkWidget *
sf_field_groups_new (SfContext *context, guint column, const char *label)
{
  static const SfBindingControl type = { .dup_text = dup_text, .set_text = set_text };
  GtkWidget *control = gtk_menu_button_new ();
  GtkWidget *field;
  GPtrArray *checks;

  gtk_menu_button_set_child (GTK_MENU_BUTTON (control), create_child (control));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (control), create_popover (control));
  gtk_widget_set_halign (control, GTK_ALIGN_START);
  field = sf_field_new (context, column, label, control, control, &type);
  g_object_set_data (G_OBJECT (control), FIELD_KEY, field);
  checks = g_object_get_data (G_OBJECT (control), CHECKS_KEY);
  for (guint n = 0; n < checks->len; n++)
    g_signal_connect_object (checks->pdata[n], "toggled", G_CALLBACK (on_toggled_cb), control, 0);
  say_chosen (control);
  return field;
}
