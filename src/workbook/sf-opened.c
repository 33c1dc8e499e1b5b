/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-opened.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "crypt/sf-sealed.h"
#include "store/sf-history.h"
#include "workbook/sf-key-work.h"

#include <glib/gi18n-lib.h>

/* How often it is looked whether the five minutes are over. */
#define TICK_SECONDS 5

typedef struct
{
  SfUuid record;
  SfUuid holder; /* whose passphrase opened it */
  SfSecret *key;
  GBytes *sealed;          /* what the document was opened from; NULL: not yet */
  SfPerformance *document; /* NULL while sealed is */
} SfOpened;

static void
forget_document (SfOpened *opened)
{
  g_clear_pointer (&opened->document, sf_performance_free);
  g_clear_pointer (&opened->sealed, g_bytes_unref);
}

static void
opened_free (gpointer data)
{
  SfOpened *opened = data;

  forget_document (opened);
  sf_secret_unref (opened->key);
  g_free (opened);
}

void
sf_opened_init (SfWorkbook *self)
{
  self->opened = g_hash_table_new_full (sf_uuid_hash, sf_uuid_equal, NULL, opened_free);
}

void
sf_opened_clear (SfWorkbook *self)
{
  g_clear_handle_id (&self->opened_tick_id, g_source_remove);
  g_clear_pointer (&self->opened, g_hash_table_unref);
}

/* --- time ------------------------------------------------------------------------------------- */

/* By the clock on the wall, for a PC that sleeps does not count otherwise; one that was turned back
 * tells nothing, so it locks. */
static gboolean
is_over (SfWorkbook *self)
{
  gint64 passed = sf_clock_now () - self->opened_used_at;

  return passed < 0 || passed >= SF_PERFORMANCE_IDLE_MS;
}

static void
lock_idle (SfWorkbook *self)
{
  if (g_hash_table_size (self->opened) > 0 && is_over (self))
    sf_workbook_lock_performance (self, NULL);
}

static gboolean
on_tick_cb (gpointer data)
{
  SfWorkbook *self = data;

  lock_idle (self);
  if (g_hash_table_size (self->opened) > 0)
    return G_SOURCE_CONTINUE;
  self->opened_tick_id = 0;
  return G_SOURCE_REMOVE;
}

void
sf_workbook_keep_unlocked (SfWorkbook *self)
{
  g_return_if_fail (SF_IS_WORKBOOK (self));

  lock_idle (self);
  self->opened_used_at = sf_clock_now ();
}

/* --- what is unlocked ---------------------------------------------------------------------------
 */

void
sf_opened_add (SfWorkbook *self, const SfUuid *record, SfSecret *key, const SfUuid *holder)
{
  SfOpened *opened = g_new0 (SfOpened, 1);

  lock_idle (self);
  opened->record = *record;
  opened->holder = *holder;
  opened->key = sf_secret_ref (key);
  g_hash_table_replace (self->opened, &opened->record, opened);
  self->opened_used_at = sf_clock_now ();
  if (self->opened_tick_id == 0)
    self->opened_tick_id = g_timeout_add_seconds (TICK_SECONDS, on_tick_cb, self);
  sf_workbook_emit_lock_changed (self);
}

void
sf_opened_keep (SfWorkbook *self, const SfUuid *record, SfSecret *key, const SfUuid *holder)
{
  SfOpened *opened;
  SfUuid before;

  lock_idle (self);
  opened = g_hash_table_lookup (self->opened, record);
  before = opened != NULL ? opened->holder : *holder;
  sf_opened_add (self, record, key, &before);
}

static SfOpened *
find (SfWorkbook *self, const SfUuid *record, GError **error)
{
  SfOpened *opened;

  lock_idle (self);
  opened = g_hash_table_lookup (self->opened, record);
  if (opened == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("This record is locked. Please unlock it with a passphrase first."));
  return opened;
}

SfSecret *
sf_opened_get_key (SfWorkbook *self, const SfUuid *record, GError **error)
{
  SfOpened *opened = find (self, record, error);

  return opened != NULL ? opened->key : NULL;
}

static gboolean
is_holder (const SfOpened *opened, const char *who)
{
  SfUuid holder;

  sf_key_work_make_holder (who, &holder);
  return sf_uuid_equal (&opened->holder, &holder);
}

static SfPerformanceOpener
get_opener (const SfOpened *opened)
{
  static const struct
  {
    const char *who;
    SfPerformanceOpener opener;
  } openers[] = { { SF_KEY_WORK_PERSON, SF_PERFORMANCE_BY_PERSON },
                  { SF_KEY_WORK_REVIEWER, SF_PERFORMANCE_BY_REVIEWER },
                  { SF_OPENED_BY_BOTH, SF_PERFORMANCE_BY_BOTH },
                  { SF_OPENED_BY_RECOVERY, SF_PERFORMANCE_BY_RECOVERY } };

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    if (is_holder (opened, openers[i].who))
      return openers[i].opener;
  return SF_PERFORMANCE_BY_FURTHER;
}

SfPerformanceOpener
sf_workbook_get_opener (SfWorkbook *self, SfPerformanceRecord *record)
{
  SfOpened *opened;

  g_return_val_if_fail (SF_IS_PERFORMANCE_RECORD (record), SF_PERFORMANCE_BY_RECOVERY);

  opened = find (self, sf_record_get_uuid (SF_RECORD (record)), NULL);
  return opened != NULL ? get_opener (opened) : SF_PERFORMANCE_BY_RECOVERY;
}

static char *
find_further (const SfOpened *opened, SfPerformanceRecord *record)
{
  const char *further = sf_performance_record_get_further_readers (record);
  g_auto (GStrv) names = g_strsplit (further != NULL ? further : "", "\n", -1);

  for (char **name = names; *name != NULL; name++)
    if (is_holder (opened, *name))
      return g_strdup (*name);
  return NULL;
}

char *
sf_workbook_dup_opener_name (SfWorkbook *self, SfPerformanceRecord *record)
{
  SfOpened *opened;

  g_return_val_if_fail (SF_IS_PERFORMANCE_RECORD (record), NULL);

  opened = find (self, sf_record_get_uuid (SF_RECORD (record)), NULL);
  if (opened == NULL)
    return NULL;
  switch (get_opener (opened))
    {
    case SF_PERFORMANCE_BY_PERSON:
      return g_strdup (sf_performance_record_get_person (record));
    case SF_PERFORMANCE_BY_REVIEWER:
      return g_strdup (sf_performance_record_get_reviewer (record));
    case SF_PERFORMANCE_BY_FURTHER:
      return find_further (opened, record);
    default:
      return NULL;
    }
}

/* --- undoing ----------------------------------------------------------------------------------
 */

static void
clear_key (gpointer data)
{
  sf_secret_unref (((SfOpenedKey *)data)->key);
}

GArray *
sf_opened_list (SfWorkbook *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SfOpenedKey));
  GHashTableIter iter;
  gpointer value;

  g_array_set_clear_func (list, clear_key);
  lock_idle (self);
  g_hash_table_iter_init (&iter, self->opened);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SfOpened *opened = value;
      SfOpenedKey key = { opened->record, sf_secret_ref (opened->key), get_opener (opened) };

      g_array_append_val (list, key);
    }
  return list;
}

static SfPerformance *
open_sealed (const SfOpenedKey *key, GBytes *sealed, GError **error)
{
  g_autoptr (SfSecret) plain = sf_sealed_open (key->key, &key->record, "sealed", sealed, error);
  g_autoptr (GBytes) bytes = NULL;

  if (plain == NULL)
    return NULL;
  bytes = g_bytes_new_static (sf_secret_get_data (plain), sf_secret_get_size (plain));
  return sf_performance_unpack (bytes, error);
}

static gboolean
check_change (const SfOpenedKey *key, const SfSealedChange *change, GError **error)
{
  g_autoptr (SfPerformance) before = NULL, after = NULL;

  /* its beginning or its end: a barrier, or an erasure that left nothing to read */
  if (change->before == NULL || change->after == NULL)
    return TRUE;
  before = open_sealed (key, change->before, error);
  after = before != NULL ? open_sealed (key, change->after, error) : NULL;
  return after != NULL && sf_performance_check_written (before, after, key->opener, error);
}

static const SfOpenedKey *
find_key (GArray *opened, const SfUuid *record)
{
  for (guint i = 0; i < opened->len; i++)
    {
      const SfOpenedKey *key = &g_array_index (opened, SfOpenedKey, i);

      if (sf_uuid_equal (&key->record, record))
        return key;
    }
  return NULL;
}

gboolean
sf_opened_check_replay (GArray *opened, GPtrArray *sealed, GError **error)
{
  for (guint i = 0; i < sealed->len; i++)
    {
      const SfSealedChange *change = sealed->pdata[i];
      const SfOpenedKey *key = find_key (opened, &change->record);

      if (key == NULL)
        {
          g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                               _ ("The change was made in a confidential record that is locked "
                                  "now. Unlock it first, then it can be undone or done again."));
          return FALSE;
        }
      if (!check_change (key, change, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sf_workbook_is_unlocked (SfWorkbook *self, SfPerformanceRecord *record)
{
  g_return_val_if_fail (SF_IS_PERFORMANCE_RECORD (record), FALSE);

  return find (self, sf_record_get_uuid (SF_RECORD (record)), NULL) != NULL;
}

void
sf_workbook_lock_performance (SfWorkbook *self, SfPerformanceRecord *record)
{
  gboolean changed;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  if (record != NULL)
    changed = g_hash_table_remove (self->opened, sf_record_get_uuid (SF_RECORD (record)));
  else
    {
      changed = g_hash_table_size (self->opened) > 0;
      g_hash_table_remove_all (self->opened);
    }
  if (changed)
    sf_workbook_emit_lock_changed (self);
}

/* --- what is said --------------------------------------------------------------------------------
 */

static gboolean
open_document (SfOpened *opened, GBytes *sealed, GError **error)
{
  const SfOpenedKey key = { .record = opened->record, .key = opened->key };

  opened->document = open_sealed (&key, sealed, error);
  if (opened->document == NULL)
    return FALSE;
  opened->sealed = g_bytes_ref (sealed);
  return TRUE;
}

const SfPerformance *
sf_workbook_get_performance (SfWorkbook *self, SfPerformanceRecord *record, GError **error)
{
  const SfUuid *uuid = sf_record_get_uuid (SF_RECORD (record));
  const SfValue *pending;
  SfOpened *opened;
  GBytes *sealed;

  g_return_val_if_fail (SF_IS_PERFORMANCE_RECORD (record), NULL);

  opened = find (self, uuid, error);
  if (opened == NULL)
    return NULL;
  pending = sf_workbook_find_pending (self, uuid, SF_PERFORMANCE_RECORD_SEALED);
  sealed = pending != NULL ? pending->blob : sf_performance_record_get_sealed (record);
  if (opened->sealed == sealed)
    return opened->document;
  forget_document (opened);
  return open_document (opened, sealed, error) ? opened->document : NULL;
}
