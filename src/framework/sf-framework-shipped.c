/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework.h"

#include "base/sf-error.h"
#include "sf-config.h"

#include <glib/gi18n-lib.h>

/* Of the places where frameworks may lie the first that exists: the one that the environment
 * names, where the program is installed, the source tree that it was built from. */
static char *
find_folder (void)
{
  const char *const roots[] = { g_getenv ("SIXFOLD_DATADIR"), SF_PKGDATADIR, SF_SOURCE_DATADIR };
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      if (roots[i] == NULL || *roots[i] == 0)
        continue;
      g_autofree char *folder = g_build_filename (roots[i], "frameworks", NULL);
      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  SfFramework *one = *(SfFramework *const *)a;
  SfFramework *other = *(SfFramework *const *)b;
  return g_utf8_collate (sf_framework_get_title (one), sf_framework_get_title (other));
}

static void
set_missing (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                       _ ("The standards that come with Sixfold were not found on this computer. "
                          "Please install Sixfold again; your centre files are not touched."));
}

GPtrArray *
sf_framework_list_shipped (GError **error)
{
  g_autoptr (GPtrArray) frameworks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = find_folder ();
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  if (dir == NULL)
    {
      set_missing (error);
      return NULL;
    }

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (!g_str_has_suffix (name, ".xml"))
        continue;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      SfFramework *framework = sf_framework_new_from_file (path, error);
      if (framework == NULL)
        return NULL;
      g_ptr_array_add (frameworks, framework);
    }
  g_ptr_array_sort (frameworks, compare_titles);
  return g_steal_pointer (&frameworks);
}

SfFramework *
sf_framework_find_shipped (const char *id, GError **error)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autofree char *folder = find_folder ();
  if (folder == NULL)
    {
      set_missing (error);
      return NULL;
    }
  /* A shipped file is named after its framework; an id that is no file name names none. */
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  if (strchr (id, G_DIR_SEPARATOR) != NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                   _ ("Sixfold brings no standards called “%s” with it."), id);
      return NULL;
    }
  return sf_framework_new_from_file (path, error);
}
