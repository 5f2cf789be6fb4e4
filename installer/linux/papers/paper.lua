-- SPDX-License-Identifier: GPL-3.0-or-later
-- For pandoc: one of our papers as a page. Links between papers that are installed lead on; those into the source tree become their
-- words. SCANTILL_PAPER: where this one lies in the tree; SCANTILL_PAPERS: all that are installed, with colons between them.
local paper = os.getenv('SCANTILL_PAPER')
local installed = {}
for path in os.getenv('SCANTILL_PAPERS'):gmatch('[^:]+') do
    installed[path] = true
end

local function in_tree(target)
    local steps = {}
    for step in (paper:gsub('[^/]*$', '') .. target):gmatch('[^/]+') do
        if step == '..' then
            table.remove(steps)
        else
            table.insert(steps, step)
        end
    end
    return table.concat(steps, '/')
end

function Link(link)
    if link.target:match('^%a+:') or link.target:match('^#') then
        return nil
    end
    local file, anchor = link.target:match('^([^#]*)(.*)$')
    if not installed[in_tree(file)] then
        return link.content
    end
    link.target = file:gsub('%.md$', '.html') .. anchor
    return link
end

function Pandoc(document)
    for _, block in ipairs(document.blocks) do
        if block.t == 'Header' then
            document.meta.pagetitle = pandoc.utils.stringify(block)
            break
        end
    end
    document.meta.lang = paper:match('/zh/') and 'zh-CN' or 'en'
    return document
end
