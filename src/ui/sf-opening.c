/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-opening.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "ui/sf-library.h"
#include "ui/sf-message.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *parent;
  char *path;
  char *backup;
  char *backup_date;
  SfOpenInsteadFunc func;
  gpointer data;
} Rescue;

static void
rescue_free (Rescue *rescue)
{
  g_free (rescue->path);
  g_free (rescue->backup);
  g_free (rescue->backup_date);
  g_object_unref (rescue->parent);
  g_object_unref (rescue->data);
  g_free (rescue);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rescue, rescue_free)

/* Copies the backup, or else what can be read, to a new file beside the damaged one and opens that.
 */
static void
open_copy (Rescue *rescue, const char *backup, const char *suffix)
{
  g_autofree char *folder = g_path_get_dirname (rescue->path);
  g_autofree char *title = sf_library_dup_title (rescue->path);
  g_autofree char *name = g_strdup_printf ("%s (%s)", title, suffix);
  g_autoptr (SfCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *to = sf_library_choose_path (folder, name, &error);

  if (!to
      || !sf_workbook_salvage (backup ? backup : rescue->path, backup ? rescue->path : NULL, to,
                               &report, &error))
    {
      sf_message_error (rescue->parent, _ ("The new file could not be made"), error);
      return;
    }
  rescue->func (to, g_object_ref (rescue->data));
  if (report && report->problems->len > 0)
    {
      g_ptr_array_add (report->problems, NULL);
      g_autofree char *text = g_strjoinv ("\n", (char **)report->problems->pdata);
      g_ptr_array_remove_index (report->problems, report->problems->len - 1);
      sf_message_tell (rescue->parent, _ ("Not everything could be read"), text);
    }
}

static void
on_answer_cb (const char *answer, gpointer data)
{
  g_autoptr (Rescue) rescue = data;
  g_autofree char *suffix = NULL;

  if (g_str_equal (answer, "backup"))
    {
      suffix = g_strdup_printf (_ ("backup of %s"), rescue->backup_date);
      open_copy (rescue, rescue->backup, suffix);
    }
  else if (g_str_equal (answer, "salvage"))
    {
      open_copy (rescue, NULL, _ ("what could be read"));
    }
}

/* The newest backup that was read back when it was made, or else the newest. */
static const SfBackup *
choose_backup (GPtrArray *backups)
{
  for (guint i = 0; i < backups->len; i++)
    {
      SfBackup *backup = backups->pdata[i];

      if (backup->checked)
        return backup;
    }
  return backups->len > 0 ? backups->pdata[0] : NULL;
}

static void
ask_rescue (Rescue *rescue, const SfBackup *backup)
{
  g_autofree char *when = backup ? sf_date_format_instant (backup->made_at) : NULL;
  g_autofree char *title = sf_library_dup_title (rescue->path);
  g_autofree char *body = NULL;
  const SfAnswer answers[] = {
    { "close", _ ("Close"), SF_ANSWER_PLAIN },
    { "salvage", _ ("Save what can be read"), SF_ANSWER_PLAIN },
    { "backup", _ ("Open the backup"), SF_ANSWER_SUGGESTED },
  };

  if (backup)
    body = g_strdup_printf (_ ("Part of “%s” cannot be read. Nothing was changed.\n\nThere is a "
                               "backup of %s. Opening it makes a new file; the "
                               "damaged one stays as it is."),
                            title, when);
  else
    body = g_strdup_printf (_ ("Part of “%s” cannot be read. Nothing was changed.\n\nThere is no "
                               "backup on this computer. What can be read can be "
                               "saved in a new file; the damaged one stays as it is."),
                            title);
  sf_message_ask (rescue->parent, _ ("This centre file is damaged"), body, NULL, answers,
                  backup ? 3 : 2, on_answer_cb, rescue);
}

void
sf_opening_failed (
    GtkWidget *parent, const char *path, const GError *error, SfOpenInsteadFunc func, gpointer data)
{
  g_autoptr (GObject) owned = data;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) listing = NULL;
  const SfBackup *backup = NULL;
  Rescue *rescue;

  if (!g_error_matches (error, SF_ERROR, SF_ERROR_DAMAGED))
    {
      sf_message_error (parent, _ ("The file could not be opened"), error);
      return;
    }
  backups = sf_backups_list (path, &listing);
  if (backups)
    backup = choose_backup (backups);
  else
    g_warning ("%s", listing->message);
  rescue = g_new0 (Rescue, 1);
  rescue->parent = g_object_ref (parent);
  rescue->path = g_strdup (path);
  rescue->backup = backup ? g_strdup (backup->path) : NULL;
  rescue->backup_date = backup ? sf_date_of_instant (backup->made_at) : NULL;
  rescue->func = func;
  rescue->data = g_steal_pointer (&owned);
  ask_rescue (rescue, backup);
}
