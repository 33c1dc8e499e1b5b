/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-application.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "sf-config.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-library.h"
#include "ui/sf-message.h"
#include "ui/sf-opening.h"

#include <glib/gi18n-lib.h>

struct _SfApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SfApplication, sf_application, ADW_TYPE_APPLICATION)

#define RESOURCES "/io/github/sixfold_app/Sixfold"

SfApplication *
sf_application_new (void)
{
  return g_object_new (SF_TYPE_APPLICATION, "application-id", SF_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", RESOURCES, NULL);
}

GSettings *
sf_application_get_settings (void)
{
  static GSettings *settings;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (!settings && source)
    {
      schema = g_settings_schema_source_lookup (source, SF_APP_ID, TRUE);
      if (schema)
        {
          settings = g_settings_new (SF_APP_ID);
          g_object_add_weak_pointer (G_OBJECT (settings), (gpointer *)&settings);
          /* the application keeps it for as long as it runs */
          g_object_set_data_full (G_OBJECT (g_application_get_default ()), "settings", settings,
                                  g_object_unref);
        }
    }
  return settings;
}

/* --- opening ----------------------------------------------------------------------------- */

static SfWindow *
find_window (const char *path)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (GList *l = gtk_application_get_windows (application); l; l = l->next)
    {
      SfWorkbook *workbook = SF_IS_WINDOW (l->data) ? sf_window_get_workbook (l->data) : NULL;
      g_autoptr (GFile) other
          = workbook ? g_file_new_for_path (sf_workbook_get_path (workbook)) : NULL;

      if (other && g_file_equal (file, other))
        return l->data;
    }
  return NULL;
}

/* Shows an open workbook in @window if that has none, otherwise in a new one. */
static void
show_workbook (SfWindow *window, SfWorkbook *workbook)
{
  if (!window || sf_window_get_workbook (window))
    window = sf_window_new (GTK_APPLICATION (g_application_get_default ()));
  sf_window_set_workbook (window, workbook);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_instead_cb (const char *path, gpointer data)
{
  g_autoptr (SfWindow) window = data;

  sf_application_open_path (window, path);
}

void
sf_application_open_path (SfWindow *window, const char *path)
{
  g_autofree char *real = realpath (path, NULL);
  const char *name = real ? real : path;
  SfWindow *open = find_window (name);
  g_autoptr (SfWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  if (open)
    {
      gtk_window_present (GTK_WINDOW (open));
      return;
    }
  workbook = sf_workbook_open (name, SF_OPEN_FALL_BACK | SF_OPEN_READINGS_LATER, &error);
  if (workbook)
    {
      show_workbook (window, workbook);
      return;
    }
  if (!window)
    window = sf_window_new (GTK_APPLICATION (g_application_get_default ()));
  gtk_window_present (GTK_WINDOW (window));
  if (g_error_matches (error, SF_ERROR, SF_ERROR_NOT_FOUND)
      || g_error_matches (error, SF_ERROR, SF_ERROR_NOT_OURS))
    sf_library_remove_recent (sf_application_get_settings (), name);
  sf_opening_failed (GTK_WIDGET (window), name, error, on_instead_cb, g_object_ref (window));
}

static void
on_files_cb (GFile *const *files, gpointer data)
{
  g_autoptr (SfWindow) window = data;
  g_autofree char *path = files ? g_file_get_path (files[0]) : NULL;

  if (path)
    sf_application_open_path (window, path);
}

void
sf_application_choose_file (SfWindow *window)
{
  sf_choose_files (GTK_WIDGET (window), _ ("Open a centre file"), SF_FILES_CENTRE, FALSE,
                   on_files_cb, g_object_ref (window));
}

void
sf_application_open_example (SfWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sf_library_copy_example (&error);

  if (path)
    sf_application_open_path (window, path);
  else
    sf_message_error (GTK_WIDGET (window), _ ("The example could not be opened"), error);
}

void
sf_application_create_centre (SfWindow *window, const char *name, const char *framework_id)
{
  g_autofree char *today = sf_clock_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_library_create_centre (name, framework_id, today, &error);

  if (workbook)
    show_workbook (window, workbook);
  else
    sf_message_error (GTK_WIDGET (window), _ ("The centre file was not made"), error);
}

/* --- actions ----------------------------------------------------------------------------- */

static void
on_new_centre_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (data);

  if (!SF_IS_WINDOW (active) || sf_window_get_workbook (SF_WINDOW (active)))
    active = GTK_WINDOW (sf_window_new (data));
  gtk_window_present (active);
}

/* Each window closes as if by hand, so that each asks what it has to ask. */
static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l; l = l->next)
    if (SF_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (data), "application-name", _ ("Sixfold"),
      "application-icon", SF_APP_ID, "version", SF_VERSION, "developer-name",
      _ ("The Sixfold contributors"), "license-type", GTK_LICENSE_GPL_3_0, "copyright",
      "© 2026 The Sixfold contributors", "comments",
      _ ("Evaluates a children’s centre, keeps the evidence and prints the report. The shipped "
         "standards restate, in words of our own, the National Standards for Leaders of Sure Start "
         "Children’s Centres (Department for Education and Skills, 2007, reference "
         "00125-2007DOM-EN). Crown copyright remains with the publication, of which nothing is "
         "quoted. Nothing you write leaves this computer by itself."),
      NULL);
}

static const GActionEntry entries[] = {
  { "new-centre", on_new_centre_cb },
  { "quit", on_quit_cb },
  { "about", on_about_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.new-centre", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "window.close", { "<Control>w" } },
  { "win.search", { "<Control>f" } },
  { "win.print", { "<Control>p" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.shortcuts", { "<Control>question", "<Control>slash" } },
  { "win.show-help", { "F1" } },
  { "win.go-overview", { "<Alt>Home" } },
  { "win.back", { "<Alt>Left" } },
  { "win.next-region", { "F6" } },
  { "win.previous-region", { "<Shift>F6" } },
};

static void
add_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
  for (int i = 0; i < 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.nth-page(%d)", i);
      g_autofree char *key = g_strdup_printf ("<Control>%d", i + 1);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (application, action, keys);
    }
}

/* --- the application --------------------------------------------------------------------- */

static void
add_styles (void)
{
  const char *sheets[] = { "style.css", "style-form.css", "style-pages.css", "style-report.css" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat (RESOURCES "/ui/", sheets[i], NULL);

      gtk_css_provider_load_from_resource (provider, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}

static void
sf_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (sf_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  add_accels (GTK_APPLICATION (application));
  add_styles ();
  gtk_window_set_default_icon_name (SF_APP_ID);
}

static void
sf_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  GSettings *settings = sf_application_get_settings ();
  g_autofree char *last = NULL;
  SfWindow *window;

  if (active)
    {
      gtk_window_present (active);
      return;
    }
  window = sf_window_new (GTK_APPLICATION (application));
  last = settings ? g_settings_get_string (settings, "last-file") : NULL;
  if (last && *last && g_file_test (last, G_FILE_TEST_IS_REGULAR))
    sf_application_open_path (window, last);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sf_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
      g_autofree char *path = g_file_get_path (files[i]);

      if (path)
        sf_application_open_path (SF_IS_WINDOW (active) ? SF_WINDOW (active) : NULL, path);
    }
  if (!gtk_application_get_active_window (GTK_APPLICATION (application)))
    sf_application_activate (application);
}

static int
sf_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Sixfold %s\n", SF_VERSION);
      return 0;
    }
  return -1;
}

static void
sf_application_class_init (SfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = sf_application_startup;
  application_class->activate = sf_application_activate;
  application_class->open = sf_application_open;
  application_class->handle_local_options = sf_application_handle_local_options;
}

static void
sf_application_init (SfApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option (application, "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Say which version this is"), NULL);
  g_application_set_option_context_parameter_string (application, _ ("[FILE.sixfold…]"));
  g_application_set_option_context_summary (
      application, _ ("Evaluates a children’s centre, keeps the evidence and prints the report."));
}
