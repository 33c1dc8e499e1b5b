/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-attach.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "workbook/sf-attach-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/statvfs.h>

/* What was asked for, looked at before anything is read: files, and what lies in folders. */

#define FILES_LIMIT 20000
#define DEPTH_LIMIT 32
#define SPARE_BYTES (G_GINT64_CONSTANT (16) << 20)
#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_NAME                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                            \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK                 \
  "," G_FILE_ATTRIBUTE_TIME_MODIFIED

static gboolean look_into (SfAttach *attach, GFile *folder, guint depth, GError **error);

static gboolean
leave_out (SfAttach *attach, SfError code, const char *format, const char *name, GError **error)
    G_GNUC_PRINTF (3, 0);

/* @format: a sentence about the file named @name */
static gboolean
leave_out (SfAttach *attach, SfError code, const char *format, const char *name, GError **error)
{
  g_autofree char *safe = sf_attach_safe_name (name);
  g_autofree char *sentence = g_strdup_printf (format, safe);

  return sf_attach_leave_out (attach, code, sentence, error);
}

/* --- one file --------------------------------------------------------------------------------- */

static void
find_date (SfAttachItem *item, GFileInfo *info)
{
  g_autoptr (GDateTime) modified = g_file_info_get_modification_date_time (info);
  g_autofree char *today = sf_clock_today ();

  if (modified == NULL)
    return;
  item->dated_on = sf_date_of_instant (g_date_time_to_unix (modified) * 1000);
  /* a clock that was wrong must not date evidence into the future */
  if (item->dated_on != NULL && g_strcmp0 (item->dated_on, today) > 0)
    g_clear_pointer (&item->dated_on, g_free);
}

/* @item: (transfer full) */
static gboolean
take_item (SfAttach *attach, SfAttachItem *item, GError **error)
{
  if (attach->items->len >= FILES_LIMIT)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                   _ ("That is more than %d files. Nothing was attached; please add them folder by "
                      "folder."),
                   FILES_LIMIT);
      g_ptr_array_add (attach->items, item);
      return FALSE;
    }
  g_ptr_array_add (attach->items, item);
  attach->total += item->size;
  return TRUE;
}

static gboolean
take_file (SfAttach *attach, GFile *file, GFileInfo *info, const char *name, GError **error)
{
  SfAttachItem *item;

  if (g_file_info_get_size (info) > SF_ATTACHMENT_LIMIT)
    return leave_out (attach, SF_ERROR_TOO_LARGE,
                      _ ("“%s” is larger than 2 GB, which is more than a centre file takes"), name,
                      error);
  item = sf_attach_item_new (file, NULL);
  item->name = sf_attach_safe_name (name);
  item->size = g_file_info_get_size (info);
  find_date (item, info);
  return take_item (attach, item, error);
}

/* --- a folder --------------------------------------------------------------------------------- */

/* What other programs and systems leave beside files: nobody put it there, so nothing is said of
 * it. */
static gboolean
is_litter (const char *name)
{
  static const char *const names[] = { "Thumbs.db", "desktop.ini", ".DS_Store", ".directory" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return g_str_has_prefix (name, "~$") || g_str_has_prefix (name, "._")
         || g_str_has_prefix (name, ".~lock.");
}

static gboolean
look_at_child (SfAttach *attach, GFile *folder, GFileInfo *info, guint depth, GError **error)
{
  const char *name = g_file_info_get_name (info);
  g_autoptr (GFile) child = g_file_get_child (folder, name);
  GFileType type = g_file_info_get_file_type (info);

  if (is_litter (name))
    return TRUE;
  if (g_file_info_get_is_hidden (info))
    return leave_out (attach, SF_ERROR_INVALID, _ ("“%s” is hidden in its folder"), name, error);
  if (g_file_info_get_is_symlink (info) || type == G_FILE_TYPE_SYMBOLIC_LINK)
    return leave_out (attach, SF_ERROR_INVALID, _ ("“%s” is a link to another place"), name, error);
  if (type == G_FILE_TYPE_DIRECTORY && depth >= DEPTH_LIMIT)
    return leave_out (attach, SF_ERROR_INVALID, _ ("The folder “%s” lies too deep"), name, error);
  if (type == G_FILE_TYPE_DIRECTORY)
    return look_into (attach, child, depth + 1, error);
  if (type != G_FILE_TYPE_REGULAR)
    return leave_out (attach, SF_ERROR_INVALID, _ ("“%s” is not a file"), name, error);
  return take_file (attach, child, info, name, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo **)a), g_file_info_get_name (*(GFileInfo **)b));
}

/* (transfer full) (nullable): what lies in @folder, by name. It stops at the limit, which is told
 * when the files are taken. */
static GPtrArray *
list_children (SfAttach *attach, GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) listing
      = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                   attach->cancellable, error);
  GFileInfo *info;

  if (listing == NULL)
    return NULL;
  while (children->len <= FILES_LIMIT)
    {
      GError *failed = NULL;

      info = g_file_enumerator_next_file (listing, attach->cancellable, &failed);
      if (info == NULL)
        {
          if (failed == NULL)
            break;
          g_propagate_error (error, failed);
          return NULL;
        }
      g_ptr_array_add (children, info);
    }
  g_ptr_array_sort (children, compare_names);
  return g_steal_pointer (&children);
}

static gboolean
look_into (SfAttach *attach, GFile *folder, guint depth, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *name = g_file_get_basename (folder);
  g_autofree char *safe = sf_attach_safe_name (name);
  g_autoptr (GPtrArray) children = list_children (attach, folder, &local);

  if (children == NULL)
    return sf_attach_leave_unreadable (attach, safe, local, error);
  for (guint i = 0; i < children->len; i++)
    if (!look_at_child (attach, folder, children->pdata[i], depth, error))
      return FALSE;
  return TRUE;
}

/* --- all of it -------------------------------------------------------------------------------- */

/* A folder that was pointed at; one among others that brings nothing is told. */
static gboolean
look_at_folder (SfAttach *attach, GFile *folder, const char *name, GError **error)
{
  guint before = attach->items->len + attach->left_out->len;

  attach->many = TRUE;
  if (!look_into (attach, folder, 0, error))
    return FALSE;
  if (attach->given->len > 1 && attach->items->len + attach->left_out->len == before)
    return leave_out (attach, SF_ERROR_INVALID, _ ("The folder “%s” has no files"), name, error);
  return TRUE;
}

static gboolean
look_at_given (SfAttach *attach, SfAttachItem *given, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *name = g_file_get_basename (given->file);
  g_autofree char *safe = sf_attach_safe_name (name != NULL ? name : "");
  /* what a person points at may be a link; what lies in a folder may not */
  g_autoptr (GFileInfo) info = g_file_query_info (given->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                                  attach->cancellable, &local);

  if (info == NULL)
    return sf_attach_leave_unreadable (attach, safe, local, error);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && attach->replaces == NULL)
    return look_at_folder (attach, given->file, name, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return leave_out (attach, SF_ERROR_INVALID, _ ("“%s” is not a file, so it cannot be attached"),
                      name, error);
  return take_file (attach, given->file, info, name, error);
}

static gboolean
look_at_bytes (SfAttach *attach, SfAttachItem *given, GError **error)
{
  SfAttachItem *item = sf_attach_item_new (NULL, given->bytes);

  item->name = g_strdup (given->name);
  item->size = given->size;
  /* it has no day of its own but this one */
  item->dated_on = sf_clock_today ();
  return take_item (attach, item, error);
}

static gboolean
check_room (SfAttach *attach, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (attach->workbook->path);
  struct statvfs disk;
  gint64 total = attach->total;

  if (statvfs (folder, &disk) != 0
      || (gint64)disk.f_bavail * (gint64)disk.f_frsize > total + total / 64 + SPARE_BYTES)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NO_SPACE,
                       _ ("The disk has no room for what is to be attached. Nothing was "
                          "attached; make room on it and try again."));
  return FALSE;
}

gboolean
sf_attach_look (SfAttach *attach, GError **error)
{
  for (guint i = 0; i < attach->given->len; i++)
    {
      SfAttachItem *given = attach->given->pdata[i];

      if (!(given->bytes != NULL ? look_at_bytes (attach, given, error)
                                 : look_at_given (attach, given, error)))
        return FALSE;
    }
  return check_room (attach, error);
}
