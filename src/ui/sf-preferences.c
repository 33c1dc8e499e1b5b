/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-preferences.h"

#include "base/sf-date.h"
#include "ui/sf-application.h"
#include "ui/sf-button.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-message.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-safety.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* --- wording packs ----------------------------------------------------------------------- */

typedef struct
{
  SfFramework *framework;
  GtkWidget *parent;
  GtkWidget *text;
  GtkWidget *clear;
} Wording;

static void
wording_free (gpointer data, GClosure *closure)
{
  Wording *wording = data;

  g_object_unref (wording->framework);
  g_free (wording);
}

/* The settings' pairs with that of @framework set to @path, or left out. */
static void
store_path (SfFramework *framework, const char *path)
{
  GSettings *settings = sf_application_get_settings ();
  g_autoptr (GVariant) pairs = g_settings_get_value (settings, "framework-wording");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id, *other;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_iter_init (&iter, pairs);
  while (g_variant_iter_next (&iter, "(&s&s)", &id, &other))
    if (!g_str_equal (id, sf_framework_get_id (framework)))
      g_variant_builder_add (&builder, "(ss)", id, other);
  if (path)
    g_variant_builder_add (&builder, "(ss)", sf_framework_get_id (framework), path);
  g_settings_set_value (settings, "framework-wording", g_variant_builder_end (&builder));
}

static char *
load_path (SfFramework *framework)
{
  g_autoptr (GVariant) pairs
      = g_settings_get_value (sf_application_get_settings (), "framework-wording");
  GVariantIter iter;
  const char *id, *path;

  g_variant_iter_init (&iter, pairs);
  while (g_variant_iter_next (&iter, "(&s&s)", &id, &path))
    if (g_str_equal (id, sf_framework_get_id (framework)))
      return g_strdup (path);
  return NULL;
}

static void
update_wording (Wording *wording)
{
  g_autofree char *path = load_path (wording->framework);
  g_autoptr (SfWordingPack) pack = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (wording->clear, path != NULL);
  if (path)
    pack = sf_wording_pack_new_from_file (path, &error);
  if (!path)
    text = g_strdup (_ ("Sixfold’s own words"));
  else if (!pack)
    text = g_strdup (error->message);
  else
    text = g_strdup_printf (_ ("%s (%u statements)"), sf_wording_pack_get_title (pack),
                            sf_wording_pack_get_n_statements (pack));
  sf_part_set_text (wording->text, text);
}

static void
on_pack_chosen_cb (GFile *const *files, gpointer data)
{
  Wording *wording = data;
  g_autofree char *path = files ? g_file_get_path (files[0]) : NULL;
  g_autoptr (SfWordingPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  if (!path)
    return;
  pack = sf_wording_pack_new_from_file (path, &error);
  if (!pack || !sf_wording_pack_fits (pack, wording->framework, &error))
    {
      sf_message_error (wording->parent, _ ("This wording cannot be used"), error);
      return;
    }
  store_path (wording->framework, path);
  update_wording (wording);
}

static void
on_choose_cb (GtkButton *button, Wording *wording)
{
  sf_choose_files (GTK_WIDGET (button), _ ("Choose a wording pack"), SF_FILES_XML, FALSE,
                   on_pack_chosen_cb, wording);
}

static void
on_clear_cb (GtkButton *button, Wording *wording)
{
  store_path (wording->framework, NULL);
  update_wording (wording);
}

static GtkWidget *
make_wording (GtkWidget *parent, SfFramework *framework)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *choose = sf_button_new (_ ("_Choose…"));
  Wording *wording = g_new0 (Wording, 1);
  g_autofree char *choose_name
      = g_strdup_printf (_ ("Choose… a wording for %s"), sf_framework_get_short_title (framework));
  g_autofree char *clear_name = g_strdup_printf (_ ("Use our own words again for %s"),
                                                 sf_framework_get_short_title (framework));

  wording->framework = g_object_ref (framework);
  wording->parent = parent;
  wording->text = sf_part_label (NULL, "dim-label");
  wording->clear = sf_part_icon_button ("edit-clear-symbolic", clear_name);
  gtk_box_append (GTK_BOX (words), sf_part_label (sf_framework_get_title (framework), NULL));
  gtk_box_append (GTK_BOX (words), wording->text);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  sf_part_set_name (choose, choose_name);
  g_signal_connect_data (choose, "clicked", G_CALLBACK (on_choose_cb), wording, wording_free, 0);
  g_signal_connect (wording->clear, "clicked", G_CALLBACK (on_clear_cb), wording);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), wording->clear);
  gtk_box_append (GTK_BOX (line), choose);
  gtk_widget_add_css_class (line, "card-inside");
  update_wording (wording);
  return line;
}

static GtkWidget *
make_wordings (GtkWidget *parent)
{
  GtkWidget *card = sf_part_card (_ ("Wording of the standards"), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) frameworks = sf_framework_list_shipped (&error);
  GtkWidget *about = sf_part_label (
      _ ("If your authority may use the official text, it gives you a file of it, called a wording "
         "pack. It is shown in place of Sixfold’s own words and changes nothing else."),
      "dim-label");

  gtk_widget_add_css_class (about, "card-inside");
  gtk_box_append (GTK_BOX (card), about);
  if (!frameworks)
    gtk_box_append (GTK_BOX (card), sf_part_label (error->message, "card-inside"));
  for (guint i = 0; frameworks && i < frameworks->len; i++)
    gtk_box_append (GTK_BOX (card), make_wording (parent, frameworks->pdata[i]));
  return card;
}

/* --- spelling ---------------------------------------------------------------------------- */

static GtkWidget *
make_switch_line (const char *title, const char *text, const char *key)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *control = gtk_switch_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), sf_part_label (text, "dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  sf_part_set_labelled_by (control, label);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), control);
  gtk_widget_add_css_class (line, "card-inside");
  g_settings_bind (sf_application_get_settings (), key, control, "active", G_SETTINGS_BIND_DEFAULT);
  return line;
}

static GtkWidget *
make_writing (void)
{
  GtkWidget *card = sf_part_card (_ ("Writing"), NULL);

  gtk_box_append (GTK_BOX (card),
                  make_switch_line (_ ("Check _spelling as you type"),
                                    _ ("In British English. Words it does not know are "
                                       "underlined; nothing is changed by itself."),
                                    "spell-check"));
  return card;
}

/* --- backups ----------------------------------------------------------------------------- */

static char *
describe_backup (SfWorkbook *workbook)
{
  g_autoptr (SfBackup) backup = sf_workbook_get_last_backup (workbook);
  g_autofree char *when = NULL;
  g_autofree char *folder = NULL;

  if (!backup)
    return g_strdup (_ ("There is no backup of this centre file yet. The first is made with the "
                        "first change of the day."));
  when = sf_date_format_instant (backup->made_at);
  folder = g_path_get_dirname (backup->path);
  return g_strdup_printf (backup->checked ? _ ("The last one was made on %s and checked. It lies "
                                               "in %s.")
                                          : _ ("The last one was made on %s. It lies in %s."),
                          when, folder);
}

static GtkWidget *
make_backups (SfContext *context)
{
  GtkWidget *card = sf_part_card (_ ("Backups"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *text = describe_backup (sf_context_get_workbook (context));
  GtkWidget *label = sf_part_label (text, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (
      GTK_BOX (box),
      sf_part_label (_ ("Sixfold backs up by itself, on this computer. A computer can be lost or "
                        "break: save a copy to a stick or a shared drive now and then, with Save "
                        "a copy… in the main menu."),
                     "dim-label"));
  gtk_widget_add_css_class (box, "card-inside");
  gtk_box_append (GTK_BOX (card), box);
  return card;
}

/* --- the window -------------------------------------------------------------------------- */

static gboolean
on_escape_cb (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

void
sf_preferences_present (GtkWindow *parent, SfContext *context)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  if (sf_application_get_settings ())
    {
      gtk_box_append (GTK_BOX (cards), make_writing ());
      gtk_box_append (GTK_BOX (cards), make_wordings (window));
    }
  if (context)
    gtk_box_append (GTK_BOX (cards), make_backups (context));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), sf_part_scrolled (cards, 620));
  gtk_widget_set_vexpand (gtk_widget_get_last_child (box), TRUE);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 600);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
