/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-preview-sandbox.h"

#include "base/sf-preview-wire.h"
#include "sf-config.h"

#define HELPER "sixfold-preview"

static char *
find_helper (void)
{
  const char *folder = g_getenv ("SIXFOLD_LIBEXECDIR");

  return g_build_filename (folder != NULL ? folder : SF_LIBEXECDIR, HELPER, NULL);
}

static void
add (GPtrArray *command, const char *const *words)
{
  for (; *words != NULL; words++)
    g_ptr_array_add (command, g_strdup (*words));
}

/* What an empty system needs so that the helper runs and has letters to draw with. Nothing of it is
 * the user's own. */
static void
add_system (GPtrArray *command)
{
  static const char *const folders[]
      = { "/lib", "/lib32", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig" };

  add (command, (const char *[]){ "--ro-bind", "/usr", "/usr", NULL });
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *target = g_file_read_link (folders[i], NULL);

      if (target != NULL)
        add (command, (const char *[]){ "--symlink", target, folders[i], NULL });
      else
        add (command, (const char *[]){ "--ro-bind-try", folders[i], folders[i], NULL });
    }
}

static void
add_bubblewrap (GPtrArray *command, const char *program, const char *helper)
{
  g_autofree char *folder = g_path_get_dirname (helper);

  add (command, (const char *[]){ program, "--unshare-all", "--die-with-parent", "--new-session",
                                  "--cap-drop", "ALL", "--clearenv", NULL });
  add_system (command);
  add (command, (const char *[]){ "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", NULL });
  /* the build folder may lie in /tmp, so this comes after what hides that */
  if (!g_str_has_prefix (folder, "/usr/"))
    add (command, (const char *[]){ "--ro-bind", folder, folder, NULL });
  add (command, (const char *[]){ "--chdir", "/", "--setenv", "LC_ALL", "C.UTF-8", NULL });
#ifdef __SANITIZE_ADDRESS__
  /* looking for leaks needs another process, which the helper may not have */
  add (command, (const char *[]){ "--setenv", "ASAN_OPTIONS", "detect_leaks=0", NULL });
#endif
  add (command, (const char *[]){ "--", NULL });
}

/* The environment goes in the sandbox, and not before: without it the portal would not find an
 * application that lies where only the environment says. */
static void
add_portal (GPtrArray *command)
{
  g_autofree char *forward = g_strdup_printf ("--forward-fd=%d", SF_PREVIEW_FD);

  add (command, (const char *[]){ "flatpak-spawn", "--sandbox", "--no-network", "--watch-bus",
                                  "--directory=/", forward, "env", "-i", "LC_ALL=C.UTF-8",
                                  "LD_LIBRARY_PATH=/app/lib", NULL });
}

char **
sf_sandbox_make_command (const char *const *task)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *helper = find_helper ();
  g_autofree char *bubblewrap = NULL;

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    add_portal (command);
  else
    {
      bubblewrap = g_find_program_in_path ("bwrap");
      if (bubblewrap == NULL || !g_file_test (helper, G_FILE_TEST_IS_EXECUTABLE))
        return NULL;
      add_bubblewrap (command, bubblewrap, helper);
    }
  g_ptr_array_add (command, g_strdup (helper));
  add (command, task);
  g_ptr_array_add (command, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&command), FALSE);
}
