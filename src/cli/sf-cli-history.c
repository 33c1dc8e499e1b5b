/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"

#include <glib/gi18n-lib.h>

/* --- history -------------------------------------------------------------------------------------
 */

static void
add_change (SfJson *json, SfHistoryChange *change)
{
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "record", change->record_table);
  sf_json_take_text (json, "uuid", sf_uuid_to_string (&change->record));
  sf_json_add_text (json, "operation", change->operation);
  sf_json_add_text (json, "field", change->field);
  sf_json_add_text (json, "old", change->old_text);
  sf_json_add_text (json, "new", change->new_text);
  sf_json_end (json);
}

static void
add_entry (SfJson *json, SfHistoryEntry *entry)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (entry->at / 1000);

  sf_json_begin_object (json, NULL);
  sf_json_add_int (json, "id", entry->id);
  sf_json_take_text (json, "at", g_date_time_format_iso8601 (at));
  sf_json_add_text (json, "label", entry->label);
  sf_json_add_text (json, "kind", entry->kind);
  sf_json_add_text (json, "contributor", entry->contributor);
  sf_json_begin_list (json, "changes");
  for (guint i = 0; i < entry->changes->len; i++)
    add_change (json, entry->changes->pdata[i]);
  sf_json_end (json);
  sf_json_end (json);
}

static void
print_entry (SfHistoryEntry *entry)
{
  g_autofree char *when = sf_date_format_instant (entry->at);
  const char *kind = g_str_equal (entry->kind, "undo")   ? _ ("Undone: ")
                     : g_str_equal (entry->kind, "redo") ? _ ("Redone: ")
                                                         : "";

  sf_cli_print ("%s · %s%s%s%s\n", when, kind, entry->label,
                entry->contributor != NULL ? " · " : "",
                entry->contributor != NULL ? entry->contributor : "");
}

gboolean
sf_cli_history (SfCli *cli, char **arguments, GError **error)
{
  int limit = 50;
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("How many at most; otherwise 50"),
            N_ ("N") },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) entries = NULL;
  SfJson *json = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (limit < 1)
    return sf_cli_usage (cli, error, _ ("The limit is a number from 1."));
  entries = sf_workbook_load_history_sync (cli->workbook, NULL, 0, (guint)limit, error);
  if (entries == NULL)
    return FALSE;
  if (as_json)
    {
      json = sf_json_new ();
      sf_json_begin_list (json, "history");
    }
  for (guint i = 0; i < entries->len; i++)
    if (as_json)
      add_entry (json, entries->pdata[i]);
    else
      print_entry (entries->pdata[i]);
  if (as_json)
    sf_json_print (json);
  return TRUE;
}

/* --- undo and redo -------------------------------------------------------------------------------
 */

static gboolean
replay (SfCli *cli, gboolean back, GError **error)
{
  g_autofree char *label = NULL;
  gboolean can
      = back ? sf_workbook_get_can_undo (cli->workbook) : sf_workbook_get_can_redo (cli->workbook);

  g_object_get (cli->workbook, back ? "undo-label" : "redo-label", &label, NULL);
  if (!can)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, "%s.", label);
      return FALSE;
    }
  if (back)
    sf_workbook_undo (cli->workbook);
  else
    sf_workbook_redo (cli->workbook);
  if (!sf_workbook_sync (cli->workbook, error))
    return FALSE;
  return sf_cli_done (cli, "%s%s", back ? _ ("Undone: ") : _ ("Redone: "), label);
}

gboolean
sf_cli_undo (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };

  return sf_cli_begin (cli, arguments, options, error) && replay (cli, TRUE, error);
}

gboolean
sf_cli_redo (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };

  return sf_cli_begin (cli, arguments, options, error) && replay (cli, FALSE, error);
}
