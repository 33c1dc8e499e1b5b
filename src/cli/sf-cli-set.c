/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "cli/sf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One field of one record, as a form sets it. */

/* Fields that a command of their own sets, with the rules that go with them. */
static gboolean
is_set_otherwise (SfRecord *record, guint column)
{
  const SfColumn *info = &SF_RECORD_GET_CLASS (record)->columns[column];

  return info->type == SF_COLUMN_REF || info->type == SF_COLUMN_BLOB
         || info->type == SF_COLUMN_INSTANT || strcmp (info->name, "level") == 0
         || strcmp (info->name, "not_applicable") == 0 || strcmp (info->name, "area_code") == 0
         || strcmp (info->name, "statement_code") == 0 || strcmp (info->name, "agreed_by") == 0
         || strcmp (info->name, "agreed_on") == 0 || strcmp (info->name, "proposed_on") == 0
         || strcmp (info->name, "further_statements") == 0 || strcmp (info->name, "outcome") == 0
         || strcmp (info->name, "added_on") == 0;
}

gboolean
sf_cli_find_column (SfRecord *record, const char *field, guint *column, GError **error)
{
  g_autofree char *name = g_strdelimit (g_strdup (field), "-", '_');
  int found = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), name);

  *column = (guint)MAX (found, 0);
  if (found >= 0 && !is_set_otherwise (record, *column))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
               found < 0 ? _ ("There is no field “%s” in such a record.")
                         : _ ("The field “%s” is set by a command of its own."),
               field);
  return FALSE;
}

static gboolean
set_number (SfCli *cli, SfRecord *record, guint column, const char *value, GError **error)
{
  gboolean whole = SF_RECORD_GET_CLASS (record)->columns[column].type != SF_COLUMN_REAL;
  double number;

  if (!sf_cli_parse_number (value, &number, error))
    return FALSE;
  if (!whole)
    return sf_workbook_set_real (cli->workbook, record, column, number, error);
  if (number != (double)(gint64)number)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not a whole number."), value);
      return FALSE;
    }
  return sf_workbook_set_int (cli->workbook, record, column, (gint64)number, error);
}

static gboolean
set_value (SfCli *cli, SfRecord *record, guint column, const char *value, GError **error)
{
  if (sf_text_is_blank (value))
    return sf_workbook_set_null (cli->workbook, record, column, error);
  switch (SF_RECORD_GET_CLASS (record)->columns[column].type)
    {
    case SF_COLUMN_TEXT:
      return sf_workbook_set_text (cli->workbook, record, column, value, error);
    case SF_COLUMN_DATE:
      return sf_cli_set_date (cli, record, column, value, error);
    default:
      return set_number (cli, record, column, value, error);
    }
}

gboolean
sf_cli_set (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autofree char *line = NULL;
  SfRecord *record;
  guint column;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_find_record (cli, cli->words[0], error);
  if (record == NULL || !sf_cli_find_column (record, cli->words[1], &column, error)
      || !set_value (cli, record, column, cli->words[2], error))
    return FALSE;
  line = sf_text_first_line (cli->words[2], 60);
  if (*line == '\0')
    /* Translators: a record, a field of it */
    return sf_cli_done (cli, _ ("%s, %s: cleared"), cli->words[0], cli->words[1]);
  return sf_cli_done (cli, "%s, %s: %s", cli->words[0], cli->words[1], line);
}

static gboolean
check_can_retire (SfRecord *record, GError **error)
{
  if (sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "retired_at") >= 0)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("Only a centre, a contributor, evidence or a target can be retired."));
  return FALSE;
}

gboolean
sf_cli_retire (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  SfRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_find_record (cli, cli->words[0], error);
  return record != NULL && check_can_retire (record, error)
         && sf_workbook_retire (cli->workbook, record, error)
         && sf_cli_done (cli, _ ("Put away: %s"), cli->words[0]);
}

gboolean
sf_cli_restore (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  SfRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_find_record (cli, cli->words[0], error);
  return record != NULL && check_can_retire (record, error)
         && sf_workbook_restore (cli->workbook, record, error)
         && sf_cli_done (cli, _ ("Brought back: %s"), cli->words[0]);
}
