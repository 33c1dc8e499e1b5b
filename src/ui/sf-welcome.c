/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-welcome.h"

#include "base/sf-text.h"
#include "framework/sf-framework.h"
#include "sf-config.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-library.h"
#include "ui/sf-message.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfWelcome
{
  AdwBin parent_instance;

  GSettings *settings;
  GPtrArray *frameworks;
  GtkWidget *name;
  GtkWidget *create;
  GtkWidget *framework;
  GtkWidget *recent_card;
  GtkWidget *recent;
};

G_DEFINE_FINAL_TYPE (SfWelcome, sf_welcome, ADW_TYPE_BIN)

enum
{
  CREATE,
  OPEN,
  EXAMPLE,
  OPEN_RECENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_framework_id (SfWelcome *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->framework));

  if (!self->frameworks || n >= self->frameworks->len)
    return SF_FRAMEWORK_NATIONAL_STANDARDS_2007;
  return sf_framework_get_id (self->frameworks->pdata[n]);
}

static void
on_create_cb (SfWelcome *self)
{
  g_autofree char *name = sf_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  if (name == NULL)
    gtk_widget_grab_focus (self->name);
  else
    g_signal_emit (self, signals[CREATE], 0, name, get_framework_id (self));
}

static void
on_name_changed_cb (SfWelcome *self)
{
  gtk_widget_set_sensitive (self->create,
                            !sf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
on_open_cb (SfWelcome *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
on_example_cb (SfWelcome *self)
{
  g_signal_emit (self, signals[EXAMPLE], 0);
}

static void
on_recent_activated_cb (SfWelcome *self, GtkListBoxRow *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), "path");

  g_signal_emit (self, signals[OPEN_RECENT], 0, path);
}

void
sf_welcome_focus (SfWelcome *self)
{
  g_return_if_fail (SF_IS_WELCOME (self));
  gtk_widget_grab_focus (self->name);
}

/* --- building ---------------------------------------------------------------------------- */

static GtkWidget *
make_labelled (const char *text, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  sf_part_set_labelled_by (control, label);
  return box;
}

static GtkWidget *
make_framework_choice (SfWelcome *self)
{
  g_autoptr (GError) error = NULL;
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *expander = gtk_expander_new (_ ("More choices"));
  guint chosen = 0;

  self->frameworks = sf_framework_list_shipped (&error);
  if (!self->frameworks)
    g_warning ("%s", error->message);
  for (guint i = 0; self->frameworks && i < self->frameworks->len; i++)
    {
      SfFramework *framework = self->frameworks->pdata[i];

      gtk_string_list_append (titles, sf_framework_get_title (framework));
      if (g_str_equal (sf_framework_get_id (framework), SF_FRAMEWORK_NATIONAL_STANDARDS_2007))
        chosen = i;
    }
  sf_part_set_name (expander, _ ("More choices"));
  self->framework = sf_drop_down_new (titles);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->framework), chosen);
  gtk_expander_set_child (GTK_EXPANDER (expander),
                          make_labelled (_ ("Evaluate _against"), self->framework));
  return expander;
}

static GtkWidget *
make_new_card (SfWelcome *self)
{
  GtkWidget *card = sf_part_card (_ ("Start your centre"), NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->name = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->name), SF_TEXT_MAX_LINE);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (self->name), SF_TEXT_MAX_NAME);
  self->create = sf_button_new (_ ("_Create"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  gtk_widget_set_sensitive (self->create, FALSE);
  gtk_widget_set_valign (self->create, GTK_ALIGN_END);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (on_name_changed_cb), self);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (on_create_cb), self);
  g_signal_connect_swapped (self->create, "clicked", G_CALLBACK (on_create_cb), self);

  gtk_box_append (GTK_BOX (line), make_labelled (_ ("_Name of the centre"), self->name));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (line), TRUE);
  gtk_box_append (GTK_BOX (line), self->create);
  gtk_box_append (GTK_BOX (inside),
                  sf_part_label (_ ("The name is all that is needed. Everything else can be added "
                                    "or changed later."),
                                 "dim-label"));
  gtk_box_append (GTK_BOX (inside), line);
  gtk_box_append (GTK_BOX (inside), make_framework_choice (self));
  gtk_widget_add_css_class (inside, "card-inside");
  gtk_box_append (GTK_BOX (card), inside);
  return card;
}

static GtkWidget *
make_way (const char *title,
          const char *text,
          const char *button_label,
          GCallback callback,
          SfWelcome *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = sf_button_new (button_label);

  gtk_box_append (GTK_BOX (texts), sf_part_label (title, "heading"));
  gtk_box_append (GTK_BOX (texts), sf_part_label (text, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_add_css_class (row, "card-inside");
  return row;
}

static void
add_recent (SfWelcome *self, const char *path)
{
  g_autofree char *title = sf_library_dup_title (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  GtkWidget *row = sf_part_row (title, shown, NULL);

  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->recent), row);
}

static void
fill_recent (SfWelcome *self)
{
  g_auto (GStrv) paths = sf_library_list_recent (self->settings);

  sf_part_clear (self->recent);
  for (guint i = 0; paths[i]; i++)
    add_recent (self, paths[i]);
  gtk_widget_set_visible (self->recent_card, paths[0] != NULL);
}

static GtkWidget *
make_head (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (SF_APP_ID);
  GtkWidget *title = sf_part_label (_ ("Welcome to Sixfold"), "title-1");
  GtkWidget *text = sf_part_label (
      _ ("Evaluate your children’s centre against the six key areas of the National Standards, a "
         "little at a time. Sixfold saves as you type, and prints the report for your committee."),
      NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 96);
  gtk_widget_set_halign (title, GTK_ALIGN_CENTER);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (text), 0.5);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

/**
 * sf_welcome_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
sf_welcome_new (GSettings *settings)
{
  SfWelcome *self = g_object_new (SF_TYPE_WELCOME, NULL);

  g_set_object (&self->settings, settings);
  fill_recent (self);
  if (settings)
    g_signal_connect_object (settings, "changed::recent-files", G_CALLBACK (fill_recent), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
sf_welcome_dispose (GObject *object)
{
  SfWelcome *self = SF_WELCOME (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  G_OBJECT_CLASS (sf_welcome_parent_class)->dispose (object);
}

static void
sf_welcome_class_init (SfWelcomeClass *klass)
{
  GType type = SF_TYPE_WELCOME;

  G_OBJECT_CLASS (klass)->dispose = sf_welcome_dispose;
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN]
      = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EXAMPLE]
      = g_signal_new ("example", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_RECENT] = g_signal_new ("open-recent", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sfwelcome");
}

static void
sf_welcome_init (SfWelcome *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *ways = sf_part_card (NULL, NULL);

  gtk_box_append (GTK_BOX (box), make_head ());
  gtk_box_append (GTK_BOX (box), make_new_card (self));
  gtk_box_append (GTK_BOX (ways),
                  make_way (_ ("Open a centre file"),
                            _ ("One that you made before, or that somebody gave you."),
                            _ ("_Open…"), G_CALLBACK (on_open_cb), self));
  gtk_box_append (GTK_BOX (ways), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (ways),
                  make_way (_ ("Look round the example centre"),
                            _ ("A made-up centre with a finished year and one in progress. Try "
                               "anything: nothing can be spoilt."),
                            _ ("_Look round"), G_CALLBACK (on_example_cb), self));
  gtk_box_append (GTK_BOX (box), ways);
  self->recent_card = sf_part_card (_ ("Opened lately"), NULL);
  self->recent = sf_part_rows (_ ("Opened lately"));
  g_signal_connect_swapped (self->recent, "row-activated", G_CALLBACK (on_recent_activated_cb),
                            self);
  gtk_box_append (GTK_BOX (self->recent_card), self->recent);
  gtk_box_append (GTK_BOX (box), self->recent_card);
  adw_bin_set_child (ADW_BIN (self), sf_part_scrolled (box, 640));
  gtk_widget_set_focusable (adw_bin_get_child (ADW_BIN (self)), FALSE);
}
