/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-attach.h"

#include "base/sf-clock.h"
#include "workbook/sf-attach-name.h"
#include "workbook/sf-edit-private.h"

#include <glib/gi18n-lib.h>

/* The one step that names all that came in, what is known already, and what became of it. */

typedef struct
{
  SfAttach *attach;
  SfStep *step;
  char *today;
  gboolean links;
  GHashTable *there;  /* content → SfUuid of the evidence of the centre that has it */
  GHashTable *linked; /* SfUuid of evidence that this step links */
  const char *first;  /* the name of the first file that is attached */
  guint changes;
} Naming;

static void
naming_clear (Naming *naming)
{
  g_clear_pointer (&naming->step, sf_step_free);
  g_free (naming->today);
  g_clear_pointer (&naming->there, g_hash_table_unref);
  g_clear_pointer (&naming->linked, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Naming, naming_clear)

/* --- what is there ---------------------------------------------------------------------------- */

/* Nothing is like nothing: an empty file is known by its name too. */
static char *
dup_key (const char *digest, gint64 size, const char *name)
{
  return size > 0 ? g_strdup (digest) : g_strdup_printf ("%s %s", digest, name);
}

/* Where contents that are there already would be found by whoever looks. */
static gboolean
counts (SfAttach *attach, SfAttachment *attachment, SfEvidence *evidence)
{
  if (attach->evidence != NULL)
    return evidence == attach->evidence && attach->replaces == NULL
           && sf_model_get_newer_version (attach->workbook->model, attachment) == NULL;
  if (evidence == NULL || !sf_record_is_null (SF_RECORD (evidence), SF_EVIDENCE_RETIRED_AT))
    return FALSE;
  return sf_record_refers_to (SF_RECORD (evidence), SF_EVIDENCE_CENTRE, attach->centre);
}

static void
find_there (Naming *naming)
{
  SfAttach *attach = naming->attach;
  SfModel *model = attach->workbook->model;
  GListModel *list = sf_model_get_list (model, SF_TYPE_ATTACHMENT);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SfAttachment) attachment = g_list_model_get_item (list, i);
      const SfUuid *uuid = sf_attachment_get_evidence (attachment);
      SfEvidence *evidence = sf_model_find (model, uuid);
      char *key;

      if (!counts (attach, attachment, evidence))
        continue;
      key = dup_key (sf_attachment_get_digest (attachment), sf_attachment_get_size (attachment),
                     sf_attachment_get_name (attachment));
      if (g_hash_table_contains (naming->there, key))
        g_free (key);
      else
        g_hash_table_insert (naming->there, key, g_memdup2 (uuid, sizeof *uuid));
    }
}

/* --- the records ------------------------------------------------------------------------------ */

static void
count_insert (Naming *naming, const SfUuid *uuid)
{
  if (naming->changes++ == 0)
    naming->attach->first = *uuid;
}

static void
insert_evidence (Naming *naming, const SfAttachItem *item, SfUuid *uuid)
{
  g_autofree char *title = sf_attach_guess_title (item->name);

  sf_edit_insert_evidence (naming->step, naming->attach->centre, title,
                           sf_attach_guess_kind (item->media_type), item->dated_on, naming->today,
                           uuid);
  count_insert (naming, uuid);
  g_array_append_val (naming->attach->made, *uuid);
}

/* FALSE: it is linked there already, or nothing is to be linked */
static gboolean
link_evidence (Naming *naming, const SfUuid *evidence)
{
  SfAttach *attach = naming->attach;
  SfEvidence *record = sf_model_find (attach->workbook->model, evidence);
  SfUuid link;

  if (!naming->links || g_hash_table_contains (naming->linked, evidence)
      || (record != NULL
          && sf_edit_is_linked (attach->workbook, record, attach->evaluation,
                                attach->statement_code)))
    return FALSE;
  sf_edit_insert_link (naming->step, evidence, sf_record_get_uuid (SF_RECORD (attach->evaluation)),
                       attach->statement_code, &link);
  count_insert (naming, &link);
  g_hash_table_add (naming->linked, g_memdup2 (evidence, sizeof *evidence));
  return TRUE;
}

static void
insert_attachment (Naming *naming, const SfAttachItem *item, const SfUuid *evidence)
{
  SfAttach *attach = naming->attach;
  SfStep *step = naming->step;
  SfValue reference = SF_VALUE_INIT;
  SfUuid uuid;

  sf_value_set_uuid (&reference, evidence);
  sf_step_insert (step, SF_TYPE_ATTACHMENT, &uuid);
  count_insert (naming, &uuid);
  sf_step_set (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_EVIDENCE, &reference);
  sf_step_set_text (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_NAME, item->name);
  sf_step_set_text (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_MEDIA_TYPE, item->media_type);
  sf_step_set_int (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_SIZE, item->size);
  sf_step_set_text (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_DIGEST, item->digest);
  sf_step_set_int (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_ADDED_AT, sf_clock_now ());
  if (attach->replaces != NULL)
    sf_step_set_ref (step, SF_TYPE_ATTACHMENT, &uuid, SF_ATTACHMENT_REPLACES, attach->replaces);
  if (attach->uuids->len == 0)
    naming->first = item->name;
  g_array_append_val (attach->uuids, uuid);
}

static void
note_known (Naming *naming, const SfAttachItem *item, const SfUuid *evidence)
{
  SfAttachKnown *known = g_new0 (SfAttachKnown, 1);

  known->name = g_strdup (item->name);
  known->evidence = *evidence;
  g_ptr_array_add (naming->attach->known, known);
  if (link_evidence (naming, evidence))
    naming->attach->linked++;
}

static void
name_item (Naming *naming, const SfAttachItem *item)
{
  g_autofree char *key = dup_key (item->digest, item->size, item->name);
  const SfUuid *there = g_hash_table_lookup (naming->there, key);
  SfUuid evidence;

  if (there != NULL)
    {
      note_known (naming, item, there);
      return;
    }
  if (naming->attach->evidence != NULL)
    evidence = *sf_record_get_uuid (SF_RECORD (naming->attach->evidence));
  else
    insert_evidence (naming, item, &evidence);
  link_evidence (naming, &evidence);
  insert_attachment (naming, item, &evidence);
  g_hash_table_insert (naming->there, g_steal_pointer (&key),
                       g_memdup2 (&evidence, sizeof evidence));
}

/* --- the step --------------------------------------------------------------------------------- */

static char *
make_label (SfAttach *attach, const char *first)
{
  guint n = attach->uuids->len;

  if (attach->replaces != NULL)
    return g_strdup_printf (_ ("Replaced %s with a new version"),
                            sf_attachment_get_name (attach->replaces));
  if (n == 0)
    return g_strdup_printf (ngettext ("Linked %u piece of evidence", "Linked %u pieces of evidence",
                                      attach->linked),
                            attach->linked);
  if (n == 1)
    return g_strdup_printf (_ ("Added %s"), first);
  return g_strdup_printf (ngettext ("Added %u file", "Added %u files", n), n);
}

SfStep *
sf_attach_build_step (SfAttach *attach)
{
  g_autofree char *label = NULL;
  g_auto (Naming) naming = {
    .attach = attach,
    .step = sf_step_new (""),
    .today = sf_clock_today (),
    .links = attach->evaluation != NULL && attach->statement_code != NULL,
    .there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .linked = g_hash_table_new_full (sf_uuid_hash, sf_uuid_equal, g_free, NULL),
  };

  find_there (&naming);
  for (guint i = 0; i < attach->items->len; i++)
    {
      const SfAttachItem *item = attach->items->pdata[i];

      if (!item->failed)
        name_item (&naming, item);
    }
  if (naming.changes == 0)
    return NULL;
  label = make_label (attach, naming.first);
  sf_step_set_label (naming.step, label);
  return g_steal_pointer (&naming.step);
}

/* --- what became of it ------------------------------------------------------------------------ */

static void
known_file_free (gpointer data)
{
  SfKnownFile *known = data;

  g_object_unref (known->evidence);
  g_free (known->name);
  g_free (known);
}

SfAttachOutcome *
sf_attach_make_outcome (SfAttach *attach)
{
  SfAttachOutcome *outcome = g_new0 (SfAttachOutcome, 1);

  outcome->attachments = g_steal_pointer (&attach->uuids);
  outcome->evidence = g_steal_pointer (&attach->made);
  outcome->left_out = g_steal_pointer (&attach->left_out);
  outcome->linked = attach->linked;
  outcome->known = g_ptr_array_new_with_free_func (known_file_free);
  for (guint i = 0; i < attach->known->len; i++)
    {
      const SfAttachKnown *known = attach->known->pdata[i];
      SfEvidence *evidence = sf_model_find (attach->workbook->model, &known->evidence);
      SfKnownFile *file;

      if (evidence == NULL)
        continue;
      file = g_new0 (SfKnownFile, 1);
      file->name = g_strdup (known->name);
      file->evidence = g_object_ref (evidence);
      g_ptr_array_add (outcome->known, file);
    }
  return outcome;
}

void
sf_attach_outcome_free (SfAttachOutcome *outcome)
{
  g_clear_pointer (&outcome->attachments, g_array_unref);
  g_array_unref (outcome->evidence);
  g_ptr_array_unref (outcome->known);
  g_ptr_array_unref (outcome->left_out);
  g_free (outcome);
}
