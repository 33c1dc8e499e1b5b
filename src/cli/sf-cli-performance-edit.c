/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "cli/sf-cli-performance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a record says, changed; and signed. */

/* A record that is open, and a copy of what it says to change. */
typedef struct
{
  SfPerformanceRecord *record;
  SfPerformance *copy;
} Editing;

static void
editing_clear (Editing *self)
{
  g_clear_pointer (&self->copy, sf_performance_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Editing, editing_clear)

/* Reads the options and opens the record. */
static gboolean
start (SfCli *cli, char **arguments, Editing *editing, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which), SF_CLI_PASSPHRASE_OPTION (which), G_OPTION_ENTRY_NULL };
  const SfPerformance *now;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  editing->record = sf_cli_unlock (cli, &which, error);
  now = editing->record != NULL
            ? sf_workbook_get_performance (cli->workbook, editing->record, error)
            : NULL;
  if (now == NULL)
    return FALSE;
  editing->copy = sf_performance_copy (now);
  return TRUE;
}

static gboolean
finish (SfCli *cli, Editing *editing, GError **error)
{
  g_autofree char *name = NULL;

  if (!sf_cli_save_performance (cli, editing->record, editing->copy, error))
    return FALSE;
  name = sf_cli_name_performance (editing->record);
  return sf_cli_done (cli, _ ("Changed: %s"), name);
}

/* A date as it is kept; other text as it was written. (transfer full) */
static char *
dup_stored (const char *text, SfPerformanceKind kind, GError **error)
{
  char *iso = NULL;

  if (kind != SF_PERFORMANCE_DATE || sf_text_is_blank (text))
    return g_strdup (text);
  return sf_cli_parse_date (text, &iso, error) ? iso : NULL;
}

static gboolean
refuse_field (GError **error, const char *field)
{
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no field “%s”."), field);
  return FALSE;
}

gboolean
sf_cli_performance_set (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Editing) editing = { 0 };
  g_autofree char *text = NULL, *value = NULL;
  int field;

  if (!start (cli, arguments, &editing, error))
    return FALSE;
  field = sf_performance_find_field (cli->words[1]);
  if (field < 0)
    return refuse_field (error, cli->words[1]);
  text = sf_cli_dup_value (cli, 2, error);
  if (text != NULL)
    value = dup_stored (text, sf_performance_field_get_kind ((guint)field), error);
  return value != NULL && sf_performance_set (editing.copy, (guint)field, value, error)
         && finish (cli, &editing, error);
}

/* --- objectives ---------------------------------------------------------------------------------
 */

/* By its number in the list, from 1. */
static const SfUuid *
find_objective (SfCli *cli, const Editing *editing, GError **error)
{
  guint64 nth;

  if (g_ascii_string_to_unsigned (cli->words[1], 10, 1,
                                  sf_performance_get_n_objectives (editing->copy), &nth, NULL))
    return sf_performance_get_objective (editing->copy, (guint)nth - 1);
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no objective %s."), cli->words[1]);
  return NULL;
}

gboolean
sf_cli_performance_objective_add (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Editing) editing = { 0 };
  g_autofree char *title = NULL;

  if (!start (cli, arguments, &editing, error))
    return FALSE;
  title = sf_cli_dup_value (cli, 1, error);
  return title != NULL && sf_performance_add_objective (editing.copy, title, NULL, error)
         && finish (cli, &editing, error);
}

/* A priority of the plan by its title, kept as its UUID. (transfer full) */
static char *
dup_value_for (SfCli *cli, SfObjectiveField field, const char *text, GError **error)
{
  SfPriority *priority;

  if (field != SF_OBJECTIVE_PRIORITY || sf_text_is_blank (text))
    return dup_stored (text, sf_objective_field_get_kind (field), error);
  priority = sf_cli_find_priority (cli, text, error);
  return priority != NULL ? sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (priority))) : NULL;
}

gboolean
sf_cli_performance_objective_set (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Editing) editing = { 0 };
  g_autofree char *text = NULL, *value = NULL;
  const SfUuid *objective;
  int field;

  if (!start (cli, arguments, &editing, error))
    return FALSE;
  objective = find_objective (cli, &editing, error);
  if (objective == NULL)
    return FALSE;
  field = sf_objective_find_field (cli->words[2]);
  if (field < 0 || field == SF_OBJECTIVE_CARRIED_FROM)
    return refuse_field (error, cli->words[2]);
  text = sf_cli_dup_value (cli, 3, error);
  if (text != NULL)
    value = dup_value_for (cli, (guint)field, text, error);
  return value != NULL
         && sf_performance_set_of_objective (editing.copy, objective, (guint)field, value, error)
         && finish (cli, &editing, error);
}

gboolean
sf_cli_performance_objective_remove (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Editing) editing = { 0 };
  const SfUuid *objective;

  if (!start (cli, arguments, &editing, error))
    return FALSE;
  objective = find_objective (cli, &editing, error);
  return objective != NULL && sf_performance_remove_objective (editing.copy, objective, error)
         && finish (cli, &editing, error);
}

/* --- signing ------------------------------------------------------------------------------------
 */

/* One of two words. */
static gboolean
parse_either (SfCli *cli, guint n, const char *no, const char *yes, gboolean *value, GError **error)
{
  g_autofree char *sentence = NULL;

  *value = strcmp (cli->words[n], yes) == 0;
  if (*value || strcmp (cli->words[n], no) == 0)
    return TRUE;
  sentence = g_strdup_printf (_ ("“%s” is neither “%s” nor “%s”."), cli->words[n], no, yes);
  return sf_cli_usage (cli, error, sentence);
}

static gboolean
sign (SfCli *cli,
      const SfCliRecordOptions *which,
      SfPerformanceSignature *signature,
      GError **error)
{
  SfPerformanceRecord *record = sf_cli_find_performance (cli, cli->words[0], which->from, error);
  g_autoptr (SfSecret) passphrase
      = record != NULL
            ? sf_cli_read_secret (cli, which->passphrase, _ ("Passphrase of who signs"), error)
            : NULL;
  g_autofree char *name = NULL;

  if (passphrase == NULL)
    return FALSE;
  signature->passphrase = sf_cli_tell_secret (passphrase);
  if (!sf_workbook_sign_performance_sync (cli->workbook, record, signature, error))
    return FALSE;
  name = sf_cli_name_performance (record);
  return sf_cli_done (cli, signature->back ? _ ("Taken back: %s") : _ ("Signed: %s"), name);
}

gboolean
sf_cli_performance_sign (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  g_autofree char *name = NULL, *on = NULL, *day = NULL;
  SfPerformanceSignature signature = { 0 };
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which),
          SF_CLI_PASSPHRASE_OPTION (which),
          { "name", 0, 0, G_OPTION_ARG_STRING, &name,
            N_ ("Who signs, as it is printed; otherwise as the record names them"), N_ ("NAME") },
          { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day; otherwise today"), N_ ("DATE") },
          { "take-back", 0, 0, G_OPTION_ARG_NONE, &signature.back, N_ ("Take the signature back"),
            NULL },
          G_OPTION_ENTRY_NULL };

  if (!sf_cli_begin (cli, arguments, options, error) || !sf_cli_parse_date (on, &day, error)
      || !parse_either (cli, 1, "objectives", "review", &signature.final, error)
      || !parse_either (cli, 2, "person", "reviewer", &signature.reviewer, error))
    return FALSE;
  signature.name = name;
  signature.on = day != NULL ? day : cli->today;
  return sign (cli, &which, &signature, error);
}
