/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-library.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "sf-config.h"
#include "workbook/sf-workbook-edit.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define N_RECENT 8
#define LONGEST_NAME 80

char *
sf_library_dup_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  /* In a sandbox without a folder of documents the home folder is gone when the program ends; the
   * program's own data stay. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS)
      && (!documents || !g_file_test (documents, G_FILE_TEST_IS_DIR)))
    return g_build_filename (g_get_user_data_dir (), "Sixfold", NULL);
  /* without a folder of documents, GLib may answer with the home folder */
  if (!documents || g_strcmp0 (documents, g_get_home_dir ()) == 0)
    return g_build_filename (g_get_home_dir (), "Documents", "Sixfold", NULL);
  return g_build_filename (documents, "Sixfold", NULL);
}

/* A name as a file may have it on every system that files are carried to. */
static char *
make_file_name (const char *name)
{
  g_autofree char *clean = sf_text_clean (name);
  GString *result = g_string_new (NULL);
  glong n = 0;

  for (const char *p = clean ? clean : ""; *p && n < LONGEST_NAME; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t')
        c = ' ';
      if (g_unichar_iscntrl (c) || strchr ("/\\:*?\"<>|", (int)(c < 128 ? c : 'a')))
        continue;
      if ((c == '.' || c == ' ') && result->len == 0)
        continue;
      if (c == ' ' && result->str[result->len - 1] == ' ')
        continue;
      g_string_append_unichar (result, c);
    }
  g_strstrip (result->str);
  result->len = strlen (result->str);
  if (result->len == 0)
    g_string_assign (result, _ ("Centre"));
  return g_string_free (result, FALSE);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_IO,
               _ ("The folder %s could not be made: %s. Nothing was changed."), folder,
               g_strerror (errno));
  return FALSE;
}

char *
sf_library_choose_path (const char *folder, const char *name, GError **error)
{
  g_autofree char *base = make_file_name (name);

  if (!make_folder (folder, error))
    return NULL;
  for (guint i = 1; i < 10000; i++)
    {
      g_autofree char *file = i == 1 ? g_strconcat (base, SF_WORKBOOK_SUFFIX, NULL)
                                     : g_strdup_printf ("%s %u" SF_WORKBOOK_SUFFIX, base, i);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
  g_set_error (error, SF_ERROR, SF_ERROR_FAILED,
               _ ("There are too many files of that name already. Please choose another name."));
  return NULL;
}

/* The year from April to March that @today lies in. */
static void
find_cycle (const char *today, char **starts_on, char **ends_on)
{
  int year = atoi (today);
  int month = strlen (today) >= 7 ? atoi (today + 5) : 4;

  if (month < 4)
    year--;
  *starts_on = g_strdup_printf ("%04d-04-01", year);
  *ends_on = g_strdup_printf ("%04d-03-31", year + 1);
}

static gboolean
fill_centre (SfWorkbook *workbook,
             const char *name,
             SfFramework *framework,
             const char *today,
             GError **error)
{
  g_autofree char *starts_on = NULL;
  g_autofree char *ends_on = NULL;
  g_autofree char *title = NULL;
  SfUuid uuid;
  gpointer centre;

  if (!sf_workbook_add_centre (workbook, name, &uuid, error) || !sf_workbook_sync (workbook, error))
    return FALSE;
  centre = sf_model_find (sf_workbook_get_model (workbook), &uuid);
  g_return_val_if_fail (SF_IS_CENTRE (centre), FALSE);
  find_cycle (today, &starts_on, &ends_on);
  title = sf_date_format_period (starts_on, ends_on);
  return sf_workbook_add_evaluation (workbook, centre, framework, title, starts_on, ends_on, NULL,
                                     SF_CARRY_NOTHING, NULL, error)
         && sf_workbook_sync (workbook, error);
}

SfWorkbook *
sf_library_create_centre (const char *name,
                          const char *framework_id,
                          const char *today,
                          GError **error)
{
  g_autofree char *folder = sf_library_dup_folder ();
  g_autofree char *path = NULL;
  g_autoptr (SfFramework) framework = NULL;
  g_autoptr (SfWorkbook) workbook = NULL;
  gboolean filled;

  if (sf_text_is_blank (name))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("Please write the centre's name."));
      return NULL;
    }
  if (!sf_text_check_name (name, error))
    return NULL;
  framework = sf_framework_find_shipped (framework_id, error);
  if (!framework)
    return NULL;
  path = sf_library_choose_path (folder, name, error);
  if (!path)
    return NULL;
  workbook = sf_workbook_create (path, error);
  if (!workbook)
    return NULL;
  sf_workbook_set_beginning (workbook, TRUE);
  filled = fill_centre (workbook, name, framework, today, error);
  sf_workbook_set_beginning (workbook, FALSE);
  if (!filled)
    {
      /* a file that was never finished is nobody's work */
      if (!sf_workbook_close (workbook, NULL))
        g_info ("An unfinished centre file could not be closed.");
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&workbook);
}

static char *
find_example (void)
{
  const char *datadir = g_getenv ("SIXFOLD_DATADIR");
  g_autofree char *beside = datadir ? g_build_filename (datadir, "example", NULL) : NULL;
  g_autofree char *beside_build
      = datadir ? g_build_filename (datadir, "..", "build", "data", "example", NULL) : NULL;
  const char *folders[]
      = { beside, beside_build, SF_PKGDATADIR "/example", SF_BUILD_DATADIR "/example" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path
          = folders[i] ? g_build_filename (folders[i], "millbrook.sixfold", NULL) : NULL;

      if (path && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* The whole file or nothing: copied beside itself, then given its name. */
static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autofree char *part = g_strconcat (to, ".new", NULL);
  g_autoptr (GFile) destination = g_file_new_for_path (part);
  g_autoptr (GError) cause = NULL;

  if (g_file_copy (source, destination, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                   NULL, NULL, NULL, &cause)
      && g_chmod (part, 0600) == 0 && g_rename (part, to) == 0)
    return TRUE;
  g_unlink (part);
  g_set_error (error, SF_ERROR, SF_ERROR_IO,
               _ ("The example centre could not be copied to your documents: %s."),
               cause ? cause->message : g_strerror (errno));
  return FALSE;
}

char *
sf_library_copy_example (GError **error)
{
  g_autofree char *example = find_example ();
  g_autofree char *folder = sf_library_dup_folder ();
  g_autofree char *name = g_strconcat (_ ("Example centre"), SF_WORKBOOK_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  if (!example)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                   _ ("The example centre did not come with this copy of Sixfold. You can start "
                      "with a new centre instead."));
      return NULL;
    }
  if (!make_folder (folder, error) || !copy_file (example, path, error))
    return NULL;
  return g_steal_pointer (&path);
}

/* --- recent ------------------------------------------------------------------------------ */

char **
sf_library_list_recent (GSettings *settings)
{
  g_auto (GStrv) paths = settings ? g_settings_get_strv (settings, "recent-files") : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; paths && paths[i]; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (builder, paths[i]);
  return g_strv_builder_end (builder);
}

static void
put_recent (GSettings *settings, const char *first, const char *without)
{
  g_auto (GStrv) paths = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;
  guint n = 0;

  if (!settings)
    return;
  paths = g_settings_get_strv (settings, "recent-files");
  if (first)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (guint i = 0; paths[i] && n < N_RECENT; i++)
    if (g_strcmp0 (paths[i], without) != 0)
      {
        g_strv_builder_add (builder, paths[i]);
        n++;
      }
  result = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *)result);
}

void
sf_library_add_recent (GSettings *settings, const char *path)
{
  put_recent (settings, path, path);
}

void
sf_library_remove_recent (GSettings *settings, const char *path)
{
  put_recent (settings, NULL, path);
}

char *
sf_library_dup_title (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, SF_WORKBOOK_SUFFIX))
    name[strlen (name) - strlen (SF_WORKBOOK_SUFFIX)] = 0;
  return g_steal_pointer (&name);
}
