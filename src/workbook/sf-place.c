/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-place.h"

#include "base/sf-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/vfs.h>

/* From linux/magic.h and the sources of those that are not there. */
static const guint32 remote_types[] = {
  0x65735546, /* FUSE: portals, gvfs, sshfs, clouds */
  0x0000517b, /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB 2 */
  0x00006969, /* NFS */
  0x01021997, /* 9P */
  0x5346414f, /* AFS */
  0x6b414653, /* kAFS */
  0x73757245, /* Coda */
  0x0000564c, /* NCP */
  0x00c36400, /* Ceph */
};

gboolean
sf_place_is_behind_portal (const char *path)
{
  /* the second is where a link in the first leads, in the Flatpak */
  return (g_str_has_prefix (path, "/run/user/") && strstr (path, "/doc/") != NULL)
         || g_str_has_prefix (path, "/run/flatpak/doc/");
}

static gboolean
is_remote (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = NULL;
  struct statfs disk;

  if (statfs (path, &disk) == 0 || statfs (folder, &disk) == 0)
    for (guint i = 0; i < G_N_ELEMENTS (remote_types); i++)
      if ((guint32)disk.f_type == remote_types[i])
        return TRUE;
  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  return info != NULL
         && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

gboolean
sf_place_check (const char *path, GError **error)
{
  if (!sf_place_is_behind_portal (path) && !is_remote (path))
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                       _ ("A centre file cannot be worked on where this one lies: on a network, "
                          "in a cloud, or outside what Sixfold may reach. It was left as it is. "
                          "Copy it to the folder “Sixfold” in your documents and open it there."));
  return FALSE;
}
