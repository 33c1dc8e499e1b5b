/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-pack-plan.h"

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "exchange/sf-pack-name.h"
#include "model/sf-evidence-order.h"
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SfPackPlan *plan;
  const SfPackOptions *options;
  GHashTable *items;  /* SfEvidence → SfPackItem */
  GHashTable *by_key; /* digest and whether it is the original → SfPackFile */
  GHashTable *names;
  GHashTable *left_out; /* SfEvidence, by itself */
} Planner;

/* --- what it is made of ------------------------------------------------------------------------
 */

static void
file_free (gpointer data)
{
  SfPackFile *file = data;

  g_object_unref (file->attachment);
  g_free (file->path);
  g_free (file->digest);
  g_free (file->reason);
  g_free (file);
}

static void
item_free (gpointer data)
{
  SfPackItem *item = data;

  g_object_unref (item->evidence);
  g_ptr_array_unref (item->files);
  g_free (item);
}

static void
entry_free (gpointer data)
{
  SfPackEntry *entry = data;

  g_free (entry->note);
  g_free (entry);
}

static void
statement_free (gpointer data)
{
  SfPackStatement *statement = data;

  g_ptr_array_unref (statement->entries);
  g_free (statement);
}

static SfPackPlan *
plan_alloc (SfModel *model, const SfPackOptions *options)
{
  SfPackPlan *self = g_new0 (SfPackPlan, 1);

  self->model = g_object_ref (model);
  self->evaluation = g_object_ref (options->evaluation);
  self->framework = g_object_ref (sf_model_get_framework (model, options->evaluation));
  self->audience = options->audience;
  self->head = options->head;
  self->statements = g_ptr_array_new_with_free_func (statement_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->restricted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < SF_N_PACK_REASONS; i++)
    self->left_out[i] = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
sf_pack_plan_free (SfPackPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->restricted);
  for (guint i = 0; i < SF_N_PACK_REASONS; i++)
    g_ptr_array_unref (self->left_out[i]);
  g_object_unref (self->framework);
  g_object_unref (self->evaluation);
  g_object_unref (self->model);
  g_free (self);
}

/* --- what was asked for ----------------------------------------------------------------------- */

static gboolean
check_codes (SfFramework *framework, const SfPackOptions *options, GError **error)
{
  const char *wrong = NULL;

  for (guint i = 0; options->areas != NULL && options->areas[i] != NULL && wrong == NULL; i++)
    if (sf_framework_find_area (framework, options->areas[i]) == NULL)
      wrong = options->areas[i];
  for (guint i = 0; options->statements != NULL && options->statements[i] != NULL && wrong == NULL;
       i++)
    if (sf_framework_find_statement (framework, options->statements[i]) == NULL)
      wrong = options->statements[i];
  if (wrong != NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("There is no key area or statement with the code %s."), wrong);
  return wrong == NULL;
}

static gboolean
is_empty (const char *const *codes)
{
  return codes == NULL || codes[0] == NULL;
}

static gboolean
is_asked_for (const SfPackOptions *options, SfStatement *statement)
{
  const char *area = sf_key_area_get_code (sf_statement_get_area (statement));

  if (is_empty (options->areas) && is_empty (options->statements))
    return TRUE;
  return (!is_empty (options->areas) && g_strv_contains (options->areas, area))
         || (!is_empty (options->statements)
             && g_strv_contains (options->statements, sf_statement_get_code (statement)));
}

static gboolean
holds (GPtrArray *list, gpointer object)
{
  return list != NULL && g_ptr_array_find (list, object, NULL);
}

/* --- the rule --------------------------------------------------------------------------------- */

/* A word that this program does not know is taken for the most closed one. */
static gboolean
is_restricted (SfEvidence *evidence)
{
  int place
      = sf_vocabulary_find (SF_VOCABULARY_SENSITIVITY, sf_evidence_get_sensitivity (evidence));

  return place < 0 || place > SF_PACK_CENTRE;
}

/* Once, whatever it speaks for. */
static gboolean
leave_out (Planner *self, SfEvidence *evidence, SfPackReason reason)
{
  if (g_hash_table_add (self->left_out, evidence))
    g_ptr_array_add (self->plan->left_out[reason], g_object_ref (evidence));
  return FALSE;
}

static gboolean
may_leave (Planner *self, SfEvidence *evidence)
{
  SfPackPlan *plan = self->plan;
  int place
      = sf_vocabulary_find (SF_VOCABULARY_SENSITIVITY, sf_evidence_get_sensitivity (evidence));

  if (is_restricted (evidence))
    {
      if (!holds (plan->restricted, evidence))
        g_ptr_array_add (plan->restricted, g_object_ref (evidence));
      return holds (self->options->restricted, evidence)
             || leave_out (self, evidence, SF_PACK_RESTRICTED);
    }
  if (place <= (int)plan->audience)
    return TRUE;
  return leave_out (self, evidence,
                    place == SF_PACK_CENTRE ? SF_PACK_FOR_CENTRE : SF_PACK_FOR_BOARD);
}

/* --- files ------------------------------------------------------------------------------------ */

static SfPackFile *
add_file (Planner *self, SfPackItem *item, SfAttachment *attachment, const char *code, guint n)
{
  gboolean original = holds (self->options->originals, attachment);
  g_autofree char *key
      = g_strdup_printf ("%s %d", sf_attachment_get_digest (attachment), original ? 1 : 0);
  const char *file_name = sf_attachment_get_name (attachment);
  g_autofree char *front = NULL, *name = NULL, *unique = NULL;
  const char *dot = strrchr (file_name, '.');
  SfPackFile *file = g_hash_table_lookup (self->by_key, key);

  if (file != NULL)
    return file;
  if (n > 1)
    front = dot != NULL && dot != file_name ? g_strndup (file_name, (gsize)(dot - file_name))
                                            : g_strdup (file_name);
  name = sf_pack_name_make (code, sf_evidence_get_title (item->evidence), front, file_name);
  unique = sf_pack_name_make_unique (name, self->names);
  file = g_new0 (SfPackFile, 1);
  file->attachment = g_object_ref (attachment);
  file->path = g_strconcat ("files/", unique, NULL);
  file->original = original;
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), file);
  g_ptr_array_add (self->plan->files, file);
  self->plan->bytes += sf_attachment_get_size (attachment);
  return file;
}

/* Only the newest version of each file: what the older ones said was taken back. */
static SfPackItem *
get_item (Planner *self, SfEvidence *evidence, const char *code)
{
  SfPackItem *item = g_hash_table_lookup (self->items, evidence);
  g_autoptr (GPtrArray) attachments = NULL;

  if (item != NULL)
    return item;
  item = g_new0 (SfPackItem, 1);
  item->evidence = g_object_ref (evidence);
  item->files = g_ptr_array_new ();
  attachments = sf_model_list_attachments (self->plan->model, evidence);
  for (guint i = 0; i < attachments->len; i++)
    {
      SfPackFile *file = add_file (self, item, attachments->pdata[i], code, attachments->len);

      if (!holds (item->files, file))
        g_ptr_array_add (item->files, file);
    }
  g_hash_table_insert (self->items, evidence, item);
  g_ptr_array_add (self->plan->items, item);
  if (!sf_text_is_blank (sf_evidence_get_place (evidence)))
    self->plan->n_paper++;
  return item;
}

/* --- planning --------------------------------------------------------------------------------- */

static int
compare_links (gconstpointer a, gconstpointer b, gpointer model)
{
  return sf_evidence_compare (sf_model_get_evidence (model, *(SfEvidenceLink *const *)a),
                              sf_model_get_evidence (model, *(SfEvidenceLink *const *)b));
}

/* Links of retired evidence are none: the model leaves them out. */
static GPtrArray *
list_links (Planner *self, SfStatement *statement)
{
  SfPackPlan *plan = self->plan;
  GPtrArray *links = sf_model_list_evidence_links (plan->model, plan->evaluation,
                                                   sf_statement_get_code (statement));

  for (guint i = links->len; i > 0; i--)
    if (sf_model_get_evidence (plan->model, links->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (links, i - 1);
  g_ptr_array_sort_with_data (links, compare_links, plan->model);
  return links;
}

static void
plan_statement (Planner *self, SfStatement *statement)
{
  g_autoptr (GPtrArray) links = list_links (self, statement);
  SfPackStatement *planned = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      SfEvidence *evidence = sf_model_get_evidence (self->plan->model, links->pdata[i]);
      SfPackEntry *entry;

      if (!may_leave (self, evidence))
        continue;
      if (planned == NULL)
        {
          planned = g_new0 (SfPackStatement, 1);
          planned->statement = statement;
          planned->entries = g_ptr_array_new_with_free_func (entry_free);
          g_ptr_array_add (self->plan->statements, planned);
        }
      entry = g_new0 (SfPackEntry, 1);
      entry->item = get_item (self, evidence, sf_statement_get_code (statement));
      entry->note = g_strdup (sf_evidence_link_get_note (links->pdata[i]));
      g_ptr_array_add (planned->entries, entry);
    }
}

/* What speaks for the head alone is counted after all else: it may speak for the centre as well. */
static void
count_head (Planner *self, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (GPtrArray) links = NULL;

      if (sf_statement_get_subject (statements->pdata[i]) != SF_SUBJECT_HEAD
          || !is_asked_for (self->options, statements->pdata[i]))
        continue;
      links = list_links (self, statements->pdata[i]);
      for (guint j = 0; j < links->len; j++)
        {
          SfEvidence *evidence = sf_model_get_evidence (self->plan->model, links->pdata[j]);

          if (!g_hash_table_contains (self->items, evidence))
            leave_out (self, evidence, SF_PACK_ABOUT_HEAD);
        }
    }
}

/* No pack has these, and nobody is to believe that it does. */
static void
count_unlinked (Planner *self, GPtrArray *statements)
{
  SfPackPlan *plan = self->plan;
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all
      = sf_model_list_referring (plan->model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE,
                                 sf_model_get_centre (plan->model, plan->evaluation));

  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (GPtrArray) links = list_links (self, statements->pdata[i]);

      for (guint j = 0; j < links->len; j++)
        g_hash_table_add (linked, sf_model_get_evidence (plan->model, links->pdata[j]));
    }
  for (guint i = 0; i < all->len; i++)
    if (sf_evidence_get_retired_at (all->pdata[i]) == SF_NULL_INT
        && !g_hash_table_contains (linked, all->pdata[i]))
      leave_out (self, all->pdata[i], SF_PACK_UNLINKED);
}

static gboolean
check_restricted (SfPackPlan *plan, GPtrArray *chosen, GError **error)
{
  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    if (!holds (plan->restricted, chosen->pdata[i]))
      {
        g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                     _ ("“%s” is not a restricted piece of evidence of what shall be packed."),
                     sf_evidence_get_title (chosen->pdata[i]));
        return FALSE;
      }
  return TRUE;
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  return sf_evidence_compare (*(SfEvidence *const *)a, *(SfEvidence *const *)b);
}

static void
make_plan (Planner *self)
{
  GPtrArray *statements = sf_framework_get_statements (self->plan->framework);

  for (guint i = 0; i < statements->len; i++)
    if (is_asked_for (self->options, statements->pdata[i])
        && (self->options->head
            || sf_statement_get_subject (statements->pdata[i]) != SF_SUBJECT_HEAD))
      plan_statement (self, statements->pdata[i]);
  if (!self->options->head)
    count_head (self, statements);
  count_unlinked (self, statements);
  for (guint i = 0; i < SF_N_PACK_REASONS; i++)
    g_ptr_array_sort (self->plan->left_out[i], compare_evidence);
}

SfPackPlan *
sf_pack_plan_new (SfModel *model, const SfPackOptions *options, GError **error)
{
  g_autoptr (SfPackPlan) plan = NULL;
  g_autoptr (GHashTable) items = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (options->evaluation), NULL);

  plan = plan_alloc (model, options);
  if (!check_codes (plan->framework, options, error))
    return NULL;
  make_plan (&(Planner){ plan, options, items, by_key, names, left_out });
  if (!check_restricted (plan, options->restricted, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/* --- words ------------------------------------------------------------------------------------ */

gboolean
sf_pack_audience_find (const char *id, SfPackAudience *audience)
{
  int place = sf_vocabulary_find (SF_VOCABULARY_SENSITIVITY, id);

  if (place < 0 || place >= SF_N_PACK_AUDIENCES)
    return FALSE;
  *audience = (SfPackAudience)place;
  return TRUE;
}

gboolean
sf_pack_plan_may_show (SfPackAudience audience, guint column)
{
  g_autoptr (SfRecordClass) klass = g_type_class_ref (SF_TYPE_EVIDENCE);
  SfColumnFlags flags = klass->columns[column].flags;

  if ((flags & SF_COLUMN_STAYS) != 0)
    return FALSE;
  if (column == SF_EVIDENCE_TITLE || (flags & SF_COLUMN_PROSE) != 0)
    return TRUE;
  return audience != SF_PACK_OPEN || (flags & SF_COLUMN_PERSONAL) == 0;
}

char *
sf_pack_plan_describe_reason (const SfPackPlan *self, SfPackReason reason)
{
  static const char *const words[SF_N_PACK_REASONS][2] = {
    { N_ ("%u piece of evidence stays in the centre."),
      N_ ("%u pieces of evidence stay in the centre.") },
    { N_ ("%u piece of evidence is for the governing body."),
      N_ ("%u pieces of evidence are for the governing body.") },
    { N_ ("%u piece of evidence is restricted and was not chosen."),
      N_ ("%u pieces of evidence are restricted and were not chosen.") },
    { N_ ("%u piece of evidence is only about the head’s own practice."),
      N_ ("%u pieces of evidence are only about the head’s own practice.") },
    { N_ ("%u piece of evidence speaks for no statement of this evaluation."),
      N_ ("%u pieces of evidence speak for no statement of this evaluation.") },
  };
  guint n;

  g_return_val_if_fail ((guint)reason < SF_N_PACK_REASONS, NULL);

  n = self->left_out[reason]->len;
  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, words[reason][0], words[reason][1], n), n);
}

GPtrArray *
sf_pack_plan_list_left_out (const SfPackPlan *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < SF_N_PACK_REASONS; i++)
    {
      char *sentence = sf_pack_plan_describe_reason (self, (SfPackReason)i);

      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  return sentences;
}

char *
sf_pack_plan_describe (const SfPackPlan *self)
{
  g_autofree char *items = NULL, *files = NULL, *paper = NULL;
  guint n_files = 0;

  for (guint i = 0; i < self->files->len; i++)
    n_files += ((SfPackFile *)self->files->pdata[i])->reason == NULL;
  items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence",
                                        "%u pieces of evidence", self->items->len),
                           self->items->len);
  files = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);
  if (self->n_paper == 0)
    return g_strdup_printf ("%s, %s", items, files);
  paper = g_strdup_printf (_ ("%u on paper"), self->n_paper);
  return g_strdup_printf ("%s, %s, %s", items, files, paper);
}
