/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-private.h"
#include "workbook/sf-workbook-safety.h"

#include "base/sf-error.h"
#include "store/sf-step-writer.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

/* What waits to be written goes into a copy elsewhere: the file's own disk may stay full. */

static SfChangeSet *
copy_changes (SfChangeSet *from)
{
  SfChangeSet *set = sf_change_set_new (from->label, "edit");

  set->contributor = from->contributor;
  for (guint i = 0; i < from->changes->len; i++)
    {
      SfChange *change = from->changes->pdata[i];
      SfChange *copy = sf_change_set_add (set, change->operation, change->type, &change->record);

      copy->column = change->column;
      sf_value_copy (&copy->new_value, &change->new_value);
      for (guint c = 0;
           change->operation == SF_CHANGE_INSERT && c < sf_change_count_columns (change); c++)
        sf_value_copy (&copy->row[c], &change->row[c]);
    }
  return set;
}

static GArray *
new_stack (void)
{
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (SfStepName));

  g_array_set_clear_func (stack, (GDestroyNotify)sf_step_name_clear);
  return stack;
}

/* An undo or redo that waits: of what stands uppermost in the copy by then. */
static gboolean
replay (SfStore *store, SfRequest *request, GError **error)
{
  g_autoptr (GArray) undo = new_stack ();
  g_autoptr (GArray) redo = new_stack ();
  gboolean back = g_str_equal (request->kind, "undo");
  GArray *stack = back ? undo : redo;
  g_autoptr (SfChangeSet) set = NULL;
  gint64 about;

  if (!sf_history_load_stacks (store, undo, redo, error))
    return FALSE;
  if (stack->len == 0)
    return TRUE;
  about = g_array_index (stack, SfStepName, stack->len - 1).id;
  set = back ? sf_step_undo (store, about, &request->contributor, error)
             : sf_step_redo (store, about, &request->contributor, error);
  return set != NULL;
}

static gboolean
write_waiting (SfWorkbook *self, SfStore *store, GError **error)
{
  for (GList *l = self->outbox.head; l != NULL; l = l->next)
    {
      SfRequest *request = l->data;
      g_autoptr (SfChangeSet) set = NULL;

      if (!g_str_equal (request->kind, "edit"))
        {
          if (!replay (store, request, error))
            return FALSE;
          continue;
        }
      set = copy_changes (request->set);
      if (!sf_step_write (store, set, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sf_workbook_write_pending_to:
 * @self: a workbook
 * @path: a copy of it that was just made, and that nobody has open
 * @error: return location for an #SfError
 *
 * Writes into the copy what could not be written into the file itself, in its order; what is being
 * typed is taken as if the fields were left. The file and what waits for it stay as they are.
 *
 * Returns: whether the copy has it all
 */
gboolean
sf_workbook_write_pending_to (SfWorkbook *self, const char *path, GError **error)
{
  SfStore *store;
  gboolean good;

  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  sf_workbook_commit_all_drafts (self);
  if (g_queue_is_empty (&self->outbox))
    return TRUE;
  store = sf_store_open (path, FALSE, error);
  if (store == NULL)
    return FALSE;
  good = write_waiting (self, store, error) && sf_store_mark_clean (store, error);
  return sf_store_close (store, good ? error : NULL) && good;
}

/* Opening the workbook's own file by other means would drop SQLite's locks on it: it is known by
 * its number on the disk, before anything is opened. */
static gboolean
is_own_file (SfWorkbook *self, const char *path)
{
  struct stat own, other;

  return stat (self->path, &own) == 0 && stat (path, &other) == 0 && own.st_dev == other.st_dev
         && own.st_ino == other.st_ino;
}

/**
 * sf_workbook_check_output:
 * @self: a workbook
 * @path: where something is about to be written that is no centre file
 * @error: return location for an #SfError
 *
 * Returns: %FALSE with %SF_ERROR_INVALID where a centre file lies, this one or another
 */
gboolean
sf_workbook_check_output (SfWorkbook *self, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  guint version;

  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  if (!is_own_file (self, path)
      && (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !sf_store_probe (path, &version, NULL)))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("“%s” is a centre file. It was left as it is; please choose another name."),
               name);
  return FALSE;
}
