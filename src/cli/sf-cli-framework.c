/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "framework/sf-xml-guard.h"

#include <glib/gi18n-lib.h>

/* Each mistake is on the standard output; here how many, with the code that goes with them:
 * hostile, not ours, or wrong. */
static gboolean
tell_number (SfCli *cli, GBytes *bytes, guint n, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SfFramework) framework = sf_framework_new_from_bytes (bytes, cli->words[0], &local);

  g_return_val_if_fail (framework == NULL && local != NULL, FALSE);
  g_set_error (error, local->domain, local->code,
               g_dngettext (GETTEXT_PACKAGE, "There is %u mistake in %s.",
                            "There are %u mistakes in %s.", n),
               n, cli->words[0]);
  return FALSE;
}

gboolean
sf_cli_framework_check (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SfFramework) framework = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  bytes = sf_xml_guard_load_file (cli->words[0], SF_XML_MAX_BYTES, error);
  if (bytes == NULL)
    return FALSE;
  if (!sf_framework_check (bytes, cli->words[0], problems))
    {
      for (guint i = 0; i < problems->len; i++)
        sf_cli_print ("%s\n", (const char *)problems->pdata[i]);
      return tell_number (cli, bytes, problems->len, error);
    }
  framework = sf_framework_new_from_bytes (bytes, cli->words[0], error);
  if (framework == NULL)
    return FALSE;
  sf_cli_print (_ ("%s is sound: %u key areas, %u statements.\n"), cli->words[0],
                sf_framework_get_areas (framework)->len,
                sf_framework_get_statements (framework)->len);
  return TRUE;
}

gboolean
sf_cli_framework_list (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) list = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  list = sf_framework_list_shipped (error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    sf_cli_print ("%s · %s · %s\n", sf_framework_get_id (list->pdata[i]),
                  sf_framework_get_edition (list->pdata[i]),
                  sf_framework_get_title (list->pdata[i]));
  return TRUE;
}
